/** What a token says: a launch, an assertion of the tool's, or an answer to a deep linking request. */
export type Claims = Readonly<Record<string, unknown>>;

const lti = 'https://purl.imsglobal.org/spec/lti/claim/';
const deepLinking = 'https://purl.imsglobal.org/spec/lti-dl/claim/';

/** LTI Core 1.3, sections 5.3 and 5.4; Names and Role Provisioning Services 2.0, 3.6.1.1; Deep Linking 2.0, 4.4 and 4.5. */
export const claim = {
  messageType: `${lti}message_type`,
  version: `${lti}version`,
  deploymentId: `${lti}deployment_id`,
  targetLinkUri: `${lti}target_link_uri`,
  resourceLink: `${lti}resource_link`,
  roles: `${lti}roles`,
  context: `${lti}context`,
  toolPlatform: `${lti}tool_platform`,
  launchPresentation: `${lti}launch_presentation`,
  custom: `${lti}custom`,
  namesAndRoles: 'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice',
  deepLinkingSettings: `${deepLinking}deep_linking_settings`,
  contentItems: `${deepLinking}content_items`,
  data: `${deepLinking}data`,
} as const;

/** The one scope of Names and Role Provisioning Services 2.0. */
export const rosterScope = 'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly';

/** The media type of a roster, in the same. */
export const rosterType = 'application/vnd.ims.lti-nrps.v2.membershipcontainer+json';

/** LTI Dynamic Registration 1.0, "OpenID Configuration" and "Tool Configuration". */
export const configuration = {
  platform: 'https://purl.imsglobal.org/spec/lti-platform-configuration',
  tool: 'https://purl.imsglobal.org/spec/lti-tool-configuration',
} as const;

/** `values` with `changes` put over them; what these say is undefined is taken away. */
export function changed<Value>(
  values: Readonly<Record<string, Value>>,
  changes: Readonly<Record<string, Value | undefined>>,
): Readonly<Record<string, Value>> {
  const entries = Object.entries<Value | undefined>({ ...values, ...changes });
  return Object.fromEntries(entries.filter((entry): entry is [string, Value] => entry[1] !== undefined));
}
