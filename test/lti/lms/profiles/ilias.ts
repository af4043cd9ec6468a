import { opaqueId } from '../course.js';
import { personClaims, roleUri } from '../profile-parts.js';
import type { Profile } from '../profile.js';

/** ILIAS 8 and later: `components/ILIAS/LTIConsumer` (`ilObjLTIConsumer`, `resources/ltiauth.php`). It has no roster. */
export const ilias: Profile = {
  family: 'ilias',
  paths: {
    authorization: '/ltiauth.php',
    token: '/ltitoken.php',
    keys: '/lticerts.php',
    openidConfiguration: '/lticonfig.php',
    registration: '/ltiregistration.php',
  },
  issuer: (origin) => origin,
  clientId: 'aB3dE5fG7hI9jK1',
  // The id of the provider, as a text.
  deploymentId: '3',
  kid: (number) => opaqueId(number, 'ilias').replaceAll('-', '').slice(0, 20),
  loginMethod: 'POST',
  loginExtras: (deploymentId) => ({ lti_deployment_id: deploymentId }),
  storageTarget: undefined,
  pageHost: undefined,
  hintOnce: true,
  // LTISignJWT
  lifetime: 60,
  audience: 'text',
  subject: ({ number }) => opaqueId(number, 'ilias'),
  // Instructor is who may write, Learner anybody else (ILIAS 8; determineLTIRole, which decides later, was not read).
  roles: (role) => [
    roleUri(role === 'learner' || role === 'observer' || role === 'mentor' ? 'learner' : 'instructor'),
  ],
  // A name that is withheld is a dash, and the e-mail is one that leads nowhere unless it is let through.
  person: (member, privacy) => ({
    name: '-',
    given_name: '-',
    family_name: '-',
    email: `${opaqueId(member.number, 'ilias')}@ilias.example`,
    ...personClaims(member, privacy),
  }),
  context: ({ id, title }) => ({
    id,
    label: `http://purl.imsglobal.org/vocab/lis/v2/course#CourseOffering ${id}`,
    title,
    type: ['http://purl.imsglobal.org/vocab/lis/v2/course#CourseOffering'],
  }),
  // With "use provider id" one id for all links of all courses (buildLaunchParametersLTI13).
  resourceLinkId: () => 'p3',
  // Inside a frame, the way back is an empty text.
  presentation: () => ({ locale: 'fr', document_target: 'iframe', return_url: '' }),
  extras: {},
  variables: {},
  roster: undefined,
  messages: 'objects',
  // A number, where the specification has a text.
  registered: (deploymentId) => ({ deployment_id: Number(deploymentId) }),
};
