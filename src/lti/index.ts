export { createLtiHost, type LtiHost, type LtiHostOptions } from './create-lti-host.js';
export { ltiPersonalData } from './personal-data.js';
