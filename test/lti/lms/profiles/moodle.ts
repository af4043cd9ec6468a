import { rosterType } from '../claims.js';
import { opaqueId } from '../course.js';
import { pagesByOffset, personClaims, roleUri, systemAdministrator } from '../profile-parts.js';
import type { Profile } from '../profile.js';

/**
 * Moodle 4.x: `mod/lti/auth.php`, `certs.php`, `openid-configuration.php`, `locallib.php` (`lti_build_login_request`,
 * `lti_get_ims_role`, `lti_get_capabilities`) and `service/memberships/classes/local/service/memberships.php`.
 */
export const moodle: Profile = {
  family: 'moodle',
  paths: {
    authorization: '/mod/lti/auth.php',
    token: '/mod/lti/token.php',
    keys: '/mod/lti/certs.php',
    openidConfiguration: '/mod/lti/openid-configuration.php',
    registration: '/mod/lti/openid-registration.php',
  },
  issuer: (origin) => origin,
  clientId: 'Kq3vXz0aB7mTnWd',
  deploymentId: '4',
  kid: (number) => opaqueId(number, 'moodle').replaceAll('-', '').slice(0, 20),
  loginMethod: 'POST',
  loginExtras: (deploymentId) => ({ lti_deployment_id: deploymentId }),
  storageTarget: undefined,
  pageHost: undefined,
  // auth.php takes the hint out of the session of the user as soon as it has answered.
  hintOnce: true,
  lifetime: 60,
  audience: 'text',
  subject: ({ number }) => String(number),
  // lti_get_ims_role: managers are administrators of everything, and are no learners.
  roles: (role) => {
    if (role === 'administrator') return [roleUri('instructor'), systemAdministrator, roleUri(role)];
    return [
      roleUri(
        role === 'instructor' || role === 'assistant' || role === 'developer' ? 'instructor' : 'learner',
      ),
    ];
  },
  person: (member, privacy) => personClaims(member, privacy),
  context: ({ id, label, title }) => ({ id, label, title, type: ['CourseSection'] }),
  resourceLinkId: (_course, link) => link,
  presentation: (returnUrl) => ({ locale: 'fr', document_target: 'iframe', return_url: returnUrl }),
  extras: { 'https://purl.imsglobal.org/spec/lti/claim/ext': { lms: 'moodle-2', user_username: 'user' } },
  // 99 is how a user has the time zone of the server; the end of a course that has none is an empty text.
  variables: {
    'Person.address.timezone': '99',
    'CourseSection.timeFrame.begin': '2026-09-01T00:00:00+00:00',
    'CourseSection.timeFrame.end': '',
  },
  roster: {
    // get_members_json: everybody at once, unless the tool asks for less.
    paging: pagesByOffset('from', (from, size) => `limit=${size}&from=${from}`, undefined),
    leavesOut: [],
    contentType: rosterType,
    strictAccept: false,
    userId: ({ number }) => String(number),
    // lti_get_ims_role with short names, here and not in the launch.
    roles: (role) =>
      role === 'administrator'
        ? ['Instructor', 'http://purl.imsglobal.org/vocab/lis/v2/person#Administrator']
        : [['instructor', 'assistant', 'developer'].includes(role) ? 'Instructor' : 'Learner'],
    ofNobody: 'an empty list',
  },
  // openid-configuration.php writes names, where the specification has objects.
  messages: 'names',
  registered: (deploymentId) => ({ deployment_id: deploymentId }),
};
