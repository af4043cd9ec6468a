import { randomUUID } from 'node:crypto';
import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload } from 'jose';
import type { Platform } from './platform.js';

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** How long an access token is good for, in seconds; it is said, and tests take tokens away themselves. */
const lifetime = 3_600;

/**
 * The token endpoint: OAuth 2.0 client credentials, where the tool shows who it is by a token that it signed (LTI Security
 * Framework 1.0, section 4.1; RFC 7523).
 */
export async function giveToken(platform: Platform, request: Request): Promise<Response> {
  const asked = new URLSearchParams(await request.text());
  if (asked.get('grant_type') !== 'client_credentials') return refused('unsupported_grant_type');
  if (asked.get('client_assertion_type') !== assertionType) return refused('invalid_request');
  try {
    await verified(
      platform,
      asked.get('client_assertion') ?? '',
      `${platform.origin}${platform.profile.paths.token}`,
    );
  } catch (error) {
    return refused('invalid_client', String(error));
  }
  const scopes = (asked.get('scope') ?? '')
    .split(' ')
    .filter((scope) => platform.tool.scopes.includes(scope));
  if (scopes.length === 0) return refused('invalid_scope');
  const token = randomUUID();
  platform.accessTokens.set(token, scopes);
  return Response.json(
    { access_token: token, token_type: 'Bearer', expires_in: lifetime, scope: scopes.join(' ') },
    { headers: { 'cache-control': 'no-store' } },
  );
}

/** What the tool signed for this platform. Rejects with what is wrong with it. */
async function verified(platform: Platform, assertion: string, audience: string): Promise<JWTPayload> {
  const { payload } = await jwtVerify(assertion, toolKeys(platform), {
    issuer: platform.clientId,
    subject: platform.clientId,
    audience,
    algorithms: ['RS256'],
    requiredClaims: ['iat', 'exp', 'jti'],
  });
  once(platform, String(payload.jti));
  return payload;
}

/** The keys that the tool publishes now: a platform may ask for them each time. */
export function toolKeys(platform: Platform): ReturnType<typeof createRemoteJWKSet> {
  return createRemoteJWKSet(new URL(platform.tool.keySetUrl));
}

/** Throws for what was shown before. */
export function once(platform: Platform, id: string): void {
  if (platform.seen.has(id)) throw new errors.JWTClaimValidationFailed('It was used before.', {}, 'jti');
  platform.seen.add(id);
}

function refused(error: string, description = error): Response {
  return Response.json(
    { error, error_description: description },
    { status: error === 'invalid_client' ? 401 : 400 },
  );
}
