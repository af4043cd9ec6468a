import { opaqueId } from '../course.js';
import { personClaims, roleUri, shortRole } from '../profile-parts.js';
import type { Profile } from '../profile.js';

/**
 * OpenOLAT: `LTI13PlatformDispatcherDelegate` (`generateIdToken`, `handleNrps`), `LTI13Constants` and `launch.html`.
 * Tools are registered by hand.
 */
export const openolat: Profile = {
  family: 'openolat',
  paths: { authorization: '/lti/auth', token: '/lti/token', keys: '/lti/keys' },
  issuer: (origin) => origin,
  clientId: opaqueId(1, 'openolat tool'),
  deploymentId: opaqueId(1, 'openolat deployment'),
  kid: (number) => opaqueId(number, 'openolat key'),
  loginMethod: 'POST',
  loginExtras: (deploymentId) => ({ lti_deployment_id: deploymentId }),
  storageTarget: undefined,
  pageHost: undefined,
  hintOnce: false,
  lifetime: 3_600,
  // What its library for tokens writes from 0.12 on; which releases have that is not verified.
  audience: 'list',
  subject: ({ number }) => opaqueId(number, 'openolat'),
  roles: (role) => [roleUri(role)],
  // UserAttributes has no name as a whole.
  person: (member, privacy) => ({ ...personClaims(member, privacy), name: undefined }),
  context: ({ id, title }) => ({ id, label: title, title, type: ['course'] }),
  // Whether the deployment has a part of the course is written where its name was meant: one id for all links.
  resourceLinkId: (course) => `${course.id}_true`,
  // No language and no way back.
  presentation: () => ({ document_target: 'iframe' }),
  extras: {},
  variables: {},
  roster: {
    paging: undefined,
    // GroupRoles.participant alone
    leavesOut: ['instructor', 'assistant', 'developer', 'observer', 'mentor', 'administrator'],
    contentType: 'application/json;charset=utf-8',
    strictAccept: true,
    // The key of the identity: another id than the one that its launches have.
    userId: ({ number }) => String(number),
    // The name of a constant: LEARNER.
    roles: (role) => [shortRole(role).toUpperCase()],
    ofNobody: 'an empty list',
  },
  messages: 'objects',
  registered: (deploymentId) => ({ deployment_id: deploymentId }),
};
