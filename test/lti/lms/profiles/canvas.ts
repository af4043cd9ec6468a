import { rosterType } from '../claims.js';
import { type Member, opaqueId } from '../course.js';
import { personClaims, roleUri } from '../profile-parts.js';
import type { Profile } from '../profile.js';

const canvasId = (member: Member): string => opaqueId(member.number, 'canvas');

/**
 * Canvas's cloud: `app/controllers/lti/ims/authentication_controller.rb`, `providers/memberships_provider.rb`,
 * `lib/lti/platform_storage.rb`, `lib/lti/messages/jwt_message.rb`, `lib/lti/substitutions_helper.rb`, and
 * `doc/api/lti_dev_key_config.md`. The issuer is the same for all schools, and none of the hosts that they are seen at.
 */
export const canvas: Profile = {
  family: 'canvas',
  paths: {
    authorization: '/api/lti/authorize_redirect',
    authorizationMovedTo: '/api/lti/authorize',
    token: '/login/oauth2/token',
    keys: '/api/lti/security/jwks',
    openidConfiguration: '/api/lti/security/openid-configuration',
    registration: '/api/lti/registrations',
  },
  issuer: () => 'https://canvas.instructure.com',
  clientId: '10000000000003',
  deploymentId: '9:d89e331c21d21263871f13e1c0744565df26572c',
  kid: (number) => `2026-${String(number).padStart(2, '0')}-01T00:00:00Z`,
  loginMethod: 'POST',
  // As tools quote it: the deployment stands under a name that is not the specification's.
  loginExtras: (deploymentId) => ({
    deployment_id: deploymentId,
    canvas_region: 'not_configured',
    canvas_environment: 'prod',
  }),
  // PlatformStorage::FORWARDING_TARGET, a frame at the origin that authorises, beside that of the tool.
  storageTarget: 'post_message_forwarding',
  pageHost: 'school.localhost',
  // fetch_and_delete_launch
  hintOnce: true,
  lifetime: 3_600,
  audience: 'text',
  subject: canvasId,
  // LIS_V2_LTI_ADVANTAGE_ROLE_MAP; `instructor` in that of assistants begins small, unlike in the specification.
  roles: (role) => [
    'http://purl.imsglobal.org/vocab/lis/v2/system/person#User',
    ...(role === 'assistant'
      ? [roleUri(role).replace('/Instructor#', '/instructor#'), roleUri('instructor')]
      : [roleUri(role === 'observer' ? 'mentor' : role)]),
  ],
  person: (member, privacy) => personClaims(member, privacy),
  context: ({ id, label, title }) => ({
    id: opaqueId(0, `canvas ${id}`).replaceAll('-', ''),
    label,
    title,
    type: ['http://purl.imsglobal.org/vocab/lis/v2/course#CourseOffering'],
  }),
  resourceLinkId: (course, link) => opaqueId(0, `${course.id} ${link}`),
  presentation: (returnUrl) => ({ document_target: 'iframe', return_url: returnUrl, locale: 'fr' }),
  // The language is said twice (add_i18n_claims!).
  extras: { locale: 'fr' },
  variables: { 'Person.address.timezone': 'America/Denver' },
  roster: {
    paging: {
      // MAX_PAGE_SIZE
      size: (limit) => Math.min(limit ?? 50, 50),
      query: (from, size) => `page=${Math.floor(from / size) + 1}&per_page=${size}`,
      from: (query, size) => (Number(query.get('page') ?? 1) - 1) * size,
      others: ['current', 'first', 'last'],
    },
    leavesOut: [],
    contentType: rosterType,
    strictAccept: false,
    userId: canvasId,
    roles: (role) => [roleUri(role === 'observer' ? 'mentor' : role)],
    ofNobody: 'an empty list',
  },
  messages: 'objects',
  // Canvas deploys a tool later, once for each account: the answer names none.
  registered: () => ({}),
};
