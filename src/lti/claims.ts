import { parseTimeZone } from '../domain/time/time-zone.js';

/** What is wrong with a launch, as the page that says so has it. */
export type LaunchFault =
  | 'not-a-launch'
  | 'wrong-version'
  | 'wrong-message'
  | 'no-deployment'
  | 'wrong-target'
  | 'no-resource'
  | 'no-roles'
  | 'wrong-time'
  | 'wrong-audience';

/** What is read of the id_token of a launch, once its signature was found right. */
export interface Launch {
  readonly deploymentId: string;
  readonly messageType: 'LtiResourceLinkRequest' | 'LtiDeepLinkingRequest';
  readonly roles: readonly string[];
  /** Null for a launch of nobody: read only. */
  readonly user: LaunchedUser | null;
  /** Null for a launch outside of a course. */
  readonly context: LaunchedContext | null;
  readonly custom: Readonly<Record<string, string>>;
  /** Where the platform has the roster of the context; null without Names and Roles. */
  readonly membershipsUrl: string | null;
  /** Where the platform takes grades of the context; null without Assignment and Grade Services, or the scopes for it. */
  readonly lineItemsUrl: string | null;
  /** What the platform calls its kind, such as `moodle`. */
  readonly family: string | null;
  /** Where the platform shows the tool, as far as it says so: an origin. */
  readonly returnOrigin: string | null;
  readonly deepLinking: DeepLinking | null;
}

export interface LaunchedUser {
  readonly sub: string;
  readonly name: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  /** BCP 47; null when the platform does not say. */
  readonly locale: string | null;
  readonly timeZone: string | null;
}

export interface LaunchedContext {
  readonly id: string;
  readonly title: string;
  /** Instants, as the platform writes them; null for none. */
  readonly startsAt: string | null;
  readonly endsAt: string | null;
}

/** LTI Deep Linking 2.0, 4.4.1. */
export interface DeepLinking {
  readonly returnUrl: string;
  readonly data: string | null;
  readonly acceptsLinks: boolean;
}

/** What a payload has to fit. */
export interface Expected {
  readonly clientId: string;
  /** `PUBLIC_URL/lti/launch`. */
  readonly target: string;
  /** Seconds since 1970. */
  readonly now: number;
}

/** Begins the name of each claim of LTI (LTI Core 1.3, 5). */
export const lti = 'https://purl.imsglobal.org/spec/lti/claim/';
/** What allows to read the roster of a context (Names and Role Provisioning Services 2.0). */
export const rosterScope = 'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly';
/** What allows to make a column of grades, and to write into it (Assignment and Grade Services 2.0). */
export const lineItemScope = 'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem';
export const scoreScope = 'https://purl.imsglobal.org/spec/lti-ags/scope/score';
/** All that is asked for when the tool is registered. */
export const askedScopes = [rosterScope, lineItemScope, scoreScope];
const deepLinkingClaim = 'https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings';
const gradesClaim = 'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint';
const rosterClaim = 'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice';

/** In characters, as the tables have them. */
export const longestId = 255;
export const longestAddress = 1_024;

/** How far the clocks of platform and tool may be apart, in seconds. */
export const tolerance = 60;

type Claims = Readonly<Record<string, unknown>>;

/**
 * Reads the claims of an id_token (LTI Core 1.3, 5; OpenID Connect Core, 3.1.3.7). Signature, issuer and nonce are checked
 * before.
 *
 * @returns the launch, or what is wrong with it
 */
export function readLaunch(claims: Claims, expected: Expected): Launch | LaunchFault {
  return faultOf(claims, expected) ?? launchOf(claims);
}

function faultOf(claims: Claims, { clientId, target, now }: Expected): LaunchFault | undefined {
  const { aud, azp, exp, iat } = claims;
  const audience: readonly unknown[] = Array.isArray(aud) ? aud : [aud];
  if (!audience.includes(clientId)) return 'wrong-audience';
  if (azp === undefined ? audience.length > 1 : azp !== clientId) return 'wrong-audience';
  if (!isNumber(exp) || !isNumber(iat) || exp <= now - tolerance || iat > now + tolerance)
    return 'wrong-time';
  const type = claims[`${lti}message_type`];
  const version = claims[`${lti}version`];
  if (type === undefined && version === undefined) return 'not-a-launch';
  if (version !== '1.3.0') return 'wrong-version';
  if (type !== 'LtiResourceLinkRequest' && type !== 'LtiDeepLinkingRequest') return 'wrong-message';
  if (idOf(claims[`${lti}deployment_id`]) === null) return 'no-deployment';
  if (!Array.isArray(claims[`${lti}roles`])) return 'no-roles';
  if (type === 'LtiDeepLinkingRequest') return deepLinkingOf(claims) ? undefined : 'wrong-message';
  if (claims[`${lti}target_link_uri`] !== target) return 'wrong-target';
  if (textOf(partOf(claims, `${lti}resource_link`)['id']) === null) return 'no-resource';
  return undefined;
}

function launchOf(claims: Claims): Launch {
  const custom = textsOf(partOf(claims, `${lti}custom`));
  const presentation = partOf(claims, `${lti}launch_presentation`);
  return {
    deploymentId: idOf(claims[`${lti}deployment_id`]) ?? '',
    messageType: claims[`${lti}message_type`] as Launch['messageType'],
    roles: (claims[`${lti}roles`] as readonly unknown[]).filter((role) => typeof role === 'string'),
    user: userOf(claims, custom, presentation),
    context: contextOf(claims, custom),
    custom,
    membershipsUrl: addressOf(partOf(claims, rosterClaim)['context_memberships_url']),
    lineItemsUrl: lineItemsOf(partOf(claims, gradesClaim)),
    family: textOf(partOf(claims, `${lti}tool_platform`)['product_family_code'])?.slice(0, 64) ?? null,
    returnOrigin: originOf(presentation['return_url']),
    deepLinking: deepLinkingOf(claims),
  };
}

function userOf(claims: Claims, custom: Launch['custom'], presentation: Claims): LaunchedUser | null {
  const sub = idOf(claims['sub']);
  if (sub === null) return null;
  const [firstName, lastName] = [nameIn(claims, 'given_name'), nameIn(claims, 'family_name')];
  return {
    sub,
    name: nameIn(claims, 'name') || [firstName, lastName].filter(Boolean).join(' '),
    firstName,
    lastName,
    email: textOf(claims['email']) ?? '',
    locale: localeOf(textOf(presentation['locale']) ?? textOf(claims['locale'])),
    timeZone: parseTimeZone(custom['timezone'] ?? textOf(claims['zoneinfo']) ?? '') ?? null,
  };
}

/** ILIAS writes a dash for a name that it withholds. */
function nameIn(claims: Claims, claim: string): string {
  const name = textOf(claims[claim]) ?? '';
  return name === '-' ? '' : name;
}

function contextOf(claims: Claims, custom: Launch['custom']): LaunchedContext | null {
  const { id, title, label } = partOf(claims, `${lti}context`);
  const contextId = idOf(id);
  if (contextId === null) return null;
  return {
    id: contextId,
    title: textOf(title) ?? textOf(label) ?? contextId,
    startsAt: custom['context_begin'] ?? null,
    endsAt: custom['context_end'] ?? null,
  };
}

function deepLinkingOf(claims: Claims): DeepLinking | null {
  const settings = partOf(claims, deepLinkingClaim);
  const returnUrl = textOf(settings['deep_link_return_url']);
  if (returnUrl === null || originOf(returnUrl) === null) return null;
  const types = settings['accept_types'];
  return {
    returnUrl,
    data: typeof settings['data'] === 'string' ? settings['data'] : null,
    acceptsLinks: Array.isArray(types) && types.includes('ltiResourceLink'),
  };
}

/** Sakai writes `en_US`. Null for what is no language. */
function localeOf(text: string | null): string | null {
  if (text === null) return null;
  try {
    return new Intl.Locale(text.replaceAll('_', '-').replace(/\..*$/, '')).toString();
  } catch {
    return null;
  }
}

/** The origin of an address by http or https; null for anything else. */
export function originOf(value: unknown): string | null {
  if (typeof value !== 'string' || !URL.canParse(value)) return null;
  const { protocol, origin } = new URL(value);
  return protocol === 'https:' || protocol === 'http:' ? origin : null;
}

/** An id of a platform's: of 255 characters at most (LTI Core 1.3, 5.3). A longer one is none, and compared with nothing. */
function idOf(value: unknown): string | null {
  const id = textOf(value);
  return id === null || id.length > longestId ? null : id;
}

/** An address that can be kept. */
function addressOf(value: unknown): string | null {
  const address = textOf(value);
  return address === null || address.length > longestAddress ? null : address;
}

/** A text that says something. One that begins with `$` is a variable that the platform did not resolve: nothing. */
export function textOf(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const text = value.trim();
  return text === '' || text.startsWith('$') ? null : text;
}

function textsOf(part: Claims): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(part).flatMap(([name, value]) => {
      const text = textOf(typeof value === 'number' ? String(value) : value);
      return text === null ? [] : [[name, text]];
    }),
  );
}

function partOf(claims: Claims, name: string): Claims {
  const part = claims[name];
  return typeof part === 'object' && part !== null ? (part as Claims) : {};
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

/** Where grades go; null where the tool may not make a column and write into it. */
function lineItemsOf({ lineitems, scope }: Claims): string | null {
  const scopes: readonly unknown[] = Array.isArray(scope) ? scope : [];
  const mayGrade = scopes.includes(lineItemScope) && scopes.includes(scoreScope);
  return mayGrade ? addressOf(lineitems) : null;
}
