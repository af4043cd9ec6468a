import { randomUUID } from 'node:crypto';
import { configuration, rosterScope } from './claims.js';
import type { InstalledTool, Platform } from './platform.js';

/** What a tool sends to be registered (LTI Dynamic Registration 1.0, "Tool Configuration"). */
interface ToolRegistration {
  readonly application_type?: string;
  readonly response_types?: readonly string[];
  readonly grant_types?: readonly string[];
  readonly initiate_login_uri?: string;
  readonly redirect_uris?: readonly string[];
  readonly client_name?: string;
  readonly jwks_uri?: string;
  readonly token_endpoint_auth_method?: string;
  readonly scope?: string;
  readonly [configuration.tool]?: {
    readonly domain?: string;
    readonly target_link_uri?: string;
    readonly custom_parameters?: Readonly<Record<string, string>>;
    readonly claims?: readonly string[];
    readonly messages?: readonly { readonly type: string; readonly target_link_uri?: string }[];
  };
}

/** LTI Dynamic Registration 1.0, "OpenID Configuration": what the platform says of itself. */
export function openidConfiguration(platform: Platform): Response {
  const { profile, registration } = platform;
  const messages = ['LtiResourceLinkRequest', 'LtiDeepLinkingRequest'];
  return Response.json({
    issuer: registration.issuer,
    authorization_endpoint: registration.authorizationUrl,
    token_endpoint: registration.tokenUrl,
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
    token_endpoint_auth_signing_alg_values_supported: ['RS256'],
    jwks_uri: registration.keySetUrl,
    registration_endpoint: `${platform.origin}${profile.paths.registration ?? ''}`,
    scopes_supported: ['openid', ...(profile.roster ? [rosterScope] : [])],
    response_types_supported: ['id_token'],
    subject_types_supported: ['public', 'pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    claims_supported: ['sub', 'iss', 'name', 'given_name', 'family_name', 'email'],
    [configuration.platform]: {
      product_family_code: profile.family,
      version: '2026',
      messages_supported: profile.messages === 'names' ? messages : messages.map((type) => ({ type })),
      variables: Object.keys(profile.variables),
    },
  });
}

/** The registration endpoint: a tool comes with a token that is good for one, and leaves with a client id of its own. */
export async function register(platform: Platform, request: Request): Promise<Response> {
  const token = /^Bearer (\S+)$/.exec(request.headers.get('authorization') ?? '')?.[1] ?? '';
  if (!platform.registrationTokens.has(token)) return refused('token_already_used', 401);
  const sent = (await request.json()) as ToolRegistration;
  const missing = fault(sent);
  if (missing !== undefined) return refused(missing, 400);
  platform.registrationTokens.delete(token);
  platform.clientId = randomUUID();
  const tool = asInstalled(platform, sent);
  platform.install(tool);
  platform.privacy = privacyFor(sent);
  return Response.json({
    ...sent,
    client_id: platform.clientId,
    scope: tool.scopes.join(' '),
    [configuration.tool]: {
      ...sent[configuration.tool],
      ...platform.profile.registered(platform.deploymentId),
    },
  });
}

/** What the specification and Moodle's `registration_helper.php` refuse. */
function fault(sent: ToolRegistration): string | undefined {
  const tool = sent[configuration.tool];
  const rules: Readonly<Record<string, boolean>> = {
    application_type: sent.application_type === 'web',
    response_types: sent.response_types?.includes('id_token') === true,
    grant_types:
      sent.grant_types?.includes('client_credentials') === true && sent.grant_types.includes('implicit'),
    token_endpoint_auth_method: sent.token_endpoint_auth_method === 'private_key_jwt',
    initiate_login_uri: Boolean(sent.initiate_login_uri),
    redirect_uris: Array.isArray(sent.redirect_uris) && sent.redirect_uris.length > 0,
    client_name: Boolean(sent.client_name),
    jwks_uri: Boolean(sent.jwks_uri),
    domain: Boolean(tool?.domain) && !tool?.domain?.includes('/'),
    target_link_uri: Boolean(tool?.target_link_uri),
    messages: Array.isArray(tool?.messages),
    claims: Array.isArray(tool?.claims),
  };
  return Object.keys(rules).find((name) => !rules[name]);
}

function asInstalled(platform: Platform, sent: ToolRegistration): InstalledTool {
  const tool = sent[configuration.tool];
  const deep = tool?.messages?.find(({ type }) => type === 'LtiDeepLinkingRequest');
  const supported = platform.profile.roster ? [rosterScope] : [];
  return {
    loginUrl: sent.initiate_login_uri ?? '',
    targetLinkUri: tool?.target_link_uri ?? '',
    redirectUris: sent.redirect_uris ?? [],
    keySetUrl: sent.jwks_uri ?? '',
    ...(deep?.target_link_uri === undefined ? {} : { deepLinkingUri: deep.target_link_uri }),
    custom: tool?.custom_parameters ?? {},
    scopes: (sent.scope ?? '').split(' ').filter((scope) => supported.includes(scope)),
  };
}

/** A tool is told what it asked for (Moodle's `registration_to_config`). */
function privacyFor(sent: ToolRegistration): Platform['privacy'] {
  const claims = sent[configuration.tool]?.claims ?? [];
  const names = ['name', 'given_name', 'family_name'].some((name) => claims.includes(name));
  if (claims.includes('email')) return names ? 'everything' : 'emails';
  return names ? 'names' : 'nothing';
}

function refused(error: string, status: number): Response {
  return Response.json({ error }, { status });
}
