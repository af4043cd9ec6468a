import { type Claims, claim } from './claims.js';
import { roleUri } from './profile-parts.js';
import type { Craft } from './platform.js';

const minutes = 60;
const now = (): number => Math.floor(Date.now() / 1_000);

const set = (claims: Claims): Craft => ({ claims });
const without = (...names: readonly string[]): Craft =>
  set(Object.fromEntries(names.map((name) => [name, undefined])));

/**
 * Launches that a tool has to refuse, each wrong in one thing. The first twelve are the "known bad payloads" of 1EdTech's
 * LTI Advantage Conformance Certification Guide; the others break what LTI Security Framework 1.0, sections 5.1.2 and
 * 5.1.3, asks a tool to look at. Without `sub` a launch is somebody anonymous (LTI Core 1.3, section 5.3.6.1): the guide
 * wants it refused, and a tool may at most show something to read.
 */
export const badLaunches = {
  'no kid': { header: { kid: undefined } },
  'a kid of no key': { header: { kid: 'imstester_66067' } },
  'another version': set({ [claim.version]: '11.3' }),
  'no version': without(claim.version),
  'not an LTI message': { claims: () => ({ name: 'badltilaunch' }) },
  'no claim of LTI': {
    claims: ({ iss, aud, sub, iat, exp, nonce }) => ({ iss, aud, sub, iat, exp, nonce }),
  },
  'issued and expired long ago': set({ iat: 11_111, exp: 22_222 }),
  'no message type': without(claim.messageType),
  'no roles': without(claim.roles),
  'no deployment': without(claim.deploymentId),
  'no resource link': without(claim.resourceLink),
  'no sub': without('sub'),
  'issued in an hour': {
    claims: (claims) => ({ ...claims, iat: now() + 60 * minutes, exp: now() + 61 * minutes }),
  },
  'expired two minutes ago': { claims: (claims) => ({ ...claims, exp: now() - 2 * minutes }) },
  'no exp': without('exp'),
  'no iat': without('iat'),
  'signed by nobody': { signer: 'nobody' },
  'signed with the public key as a secret': { signer: 'public-key-as-secret' },
  'signed by somebody else with the kid of the platform': { signer: 'stranger' },
  'another issuer': set({ iss: 'https://elsewhere.example' }),
  'no issuer': without('iss'),
  'the audience of another tool': set({ aud: 'another-client' }),
  'several audiences, none of them the tool': set({
    aud: ['another-client', 'a-third'],
    azp: 'another-client',
  }),
  'several audiences and no azp': {
    claims: (claims, { clientId }) => ({ ...claims, aud: [clientId, 'another-client'] }),
  },
  'the azp of another': {
    claims: (claims, { clientId }) => ({
      ...claims,
      aud: [clientId, 'another-client'],
      azp: 'another-client',
    }),
  },
  'the nonce of another login': set({ nonce: 'nonce-of-another-login' }),
  'no nonce': without('nonce'),
  'another message type': set({ [claim.messageType]: 'LtiSubmissionReviewRequest' }),
  'a target elsewhere': set({ [claim.targetLinkUri]: 'https://elsewhere.example/lti/launch' }),
  'no target': without(claim.targetLinkUri),
  'a resource link without an id': set({ [claim.resourceLink]: { title: 'Link' } }),
  'roles that are no list': set({ [claim.roles]: roleUri('instructor') }),
  'a deployment that is not the one of the login': set({
    [claim.deploymentId]: 'deployment-of-somebody-else',
  }),
  'an empty deployment': set({ [claim.deploymentId]: '' }),
} as const satisfies Readonly<Record<string, Craft>>;

/** Launches that are unusual and right: the valid ones of the same guide, and what platforms send besides. */
export const goodLaunches = {
  'as the platform sends it': {},
  'only a name': without('email'),
  'only an e-mail': without('name', 'given_name', 'family_name'),
  'neither name nor e-mail': without('name', 'given_name', 'family_name', 'email'),
  'several roles': set({
    [claim.roles]: [roleUri('instructor'), roleUri('learner'), roleUri('administrator')],
  }),
  'a short role': set({ [claim.roles]: ['Instructor'] }),
  'a bare role': set({ [claim.roles]: ['LEARNER'] }),
  'a role that nobody knows': set({ [claim.roles]: ['http://elsewhere.example/role#Wizard'] }),
  'an empty list of roles': set({ [claim.roles]: [] }),
  'no context': without(claim.context, claim.namesAndRoles),
  'no roster': without(claim.namesAndRoles),
  'no presentation': without(claim.launchPresentation),
  'no custom parameters': without(claim.custom),
  'an audience in a list': { claims: (claims, { clientId }) => ({ ...claims, aud: [clientId] }) },
  'several audiences and the azp of the tool': {
    claims: (claims, { clientId }) => ({ ...claims, aud: [clientId, 'another-client'], azp: clientId }),
  },
  'a clock that is half a minute ahead': { claims: (claims) => ({ ...claims, iat: now() + minutes / 2 }) },
  'claims that nobody knows': set({ 'https://elsewhere.example/claim': { a: [1] } }),
} as const satisfies Readonly<Record<string, Craft>>;
