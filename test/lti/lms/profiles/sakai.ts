import { type Member, opaqueId } from '../course.js';
import { pagesByOffset, personClaims, roleUri } from '../profile-parts.js';
import type { Profile } from '../profile.js';

const sakaiId = (member: Member): string => opaqueId(member.number, 'sakai');

/**
 * Sakai 23 and later: `lti/…/LTIAccess` (`redirectOIDC`), `LTI13Servlet.handleNamesAndRoles`, `CUSTOM.md` of its folder `lti` and
 * the listener of the portal's pages for `lti.put_data`.
 */
export const sakai: Profile = {
  family: 'sakai',
  paths: {
    authorization: '/imsoidc/lti13/oidc_auth',
    token: '/imsblis/lti13/token/5',
    keys: '/imsblis/lti13/keyset',
    openidConfiguration: '/imsblis/lti13/sakai_config',
    registration: '/imsblis/lti13/registration_endpoint/5',
  },
  issuer: (origin) => origin,
  clientId: opaqueId(5, 'sakai tool'),
  // LTI13_DEPLOYMENT_ID_DEFAULT, "to match Moodle": the same in every Sakai.
  deploymentId: '1',
  kid: (number) => String(1_000_000_000 + number),
  loginMethod: 'GET',
  loginExtras: (deploymentId) => ({ lti_deployment_id: deploymentId }),
  storageTarget: '_parent',
  pageHost: undefined,
  hintOnce: false,
  lifetime: 3_600,
  audience: 'text',
  subject: sakaiId,
  roles: (role) => [roleUri(role)],
  person: (member, privacy) => personClaims(member, privacy),
  context: ({ id, label, title }) => ({
    id: opaqueId(0, `sakai ${id}`),
    label,
    title,
    type: ['http://purl.imsglobal.org/vocab/lis/v2/course#CourseOffering'],
  }),
  resourceLinkId: (_course, link) => `content:${link}`,
  // Java's way to write a language, with an underscore (CUSTOM.md: Message.locale=en_US).
  presentation: (returnUrl) => ({ locale: 'en_US', document_target: 'iframe', return_url: returnUrl }),
  extras: {},
  variables: { 'Person.address.timezone': 'America/Detroit' },
  roster: {
    // A site may set that its roster is cut (PLUS_NRPS_PAGING).
    paging: pagesByOffset('start', (from, size) => `start=${from}&limit=${size}`, 500),
    leavesOut: [],
    contentType: 'application/json',
    strictAccept: false,
    userId: sakaiId,
    roles: (role) => [roleUri(role)],
    // The braces are written with the first member: without one, nothing is.
    ofNobody: 'an empty body',
  },
  messages: 'objects',
  registered: (deploymentId) => ({ deployment_id: deploymentId }),
};
