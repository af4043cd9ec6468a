import { expect } from 'chai';
import {
  lineItemScope,
  scoreScope,
  type Launch,
  type LaunchFault,
  readLaunch,
} from '../../src/lti/claims.js';

const lti = 'https://purl.imsglobal.org/spec/lti/claim/';
const now = 1_800_000_000;
const expected = { clientId: 'seances', target: 'https://seances.example/lti/launch', now };

/** A launch with nothing wrong. */
const good: Readonly<Record<string, unknown>> = {
  ...{ iss: 'https://campus.example', aud: 'seances', sub: 'u-1', iat: now - 5, exp: now + 300, nonce: 'n' },
  ...{ name: 'Zoé Dupont', given_name: 'Zoé', family_name: 'Dupont', email: 'zoe@campus.example' },
  [`${lti}version`]: '1.3.0',
  [`${lti}message_type`]: 'LtiResourceLinkRequest',
  [`${lti}deployment_id`]: '7',
  [`${lti}target_link_uri`]: expected.target,
  [`${lti}resource_link`]: { id: 'link-1' },
  [`${lti}roles`]: ['Learner'],
  [`${lti}context`]: { id: 'c-1', title: 'Français A2', label: 'FR' },
};

const read = (changed: Readonly<Record<string, unknown>>): Launch | LaunchFault =>
  readLaunch(
    Object.fromEntries(Object.entries({ ...good, ...changed }).filter(([, value]) => value !== undefined)),
    expected,
  );

function launchOf(changed: Readonly<Record<string, unknown>>): Launch {
  const launch = read(changed);
  if (typeof launch === 'string') throw new Error(launch);
  return launch;
}

describe('The claims of a launch', () => {
  it('say who comes, where from and where to', () => {
    expect(launchOf({})).to.deep.equal({
      deploymentId: '7',
      messageType: 'LtiResourceLinkRequest',
      roles: ['Learner'],
      user: {
        ...{
          sub: 'u-1',
          name: 'Zoé Dupont',
          firstName: 'Zoé',
          lastName: 'Dupont',
          email: 'zoe@campus.example',
        },
        ...{ locale: null, timeZone: null },
      },
      context: { id: 'c-1', title: 'Français A2', startsAt: null, endsAt: null },
      custom: {},
      ...{ membershipsUrl: null, lineItemsUrl: null, family: null },
      returnOrigin: null,
      deepLinking: null,
    });
  });

  it('say where grades go, and what kind of platform it is', () => {
    const scope = [lineItemScope, scoreScope];
    const said = {
      'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint': {
        lineitems: 'https://campus.example/items',
        scope,
      },
      'https://purl.imsglobal.org/spec/lti/claim/tool_platform': { product_family_code: 'moodle' },
    };
    expect(launchOf(said)).to.include({ lineItemsUrl: 'https://campus.example/items', family: 'moodle' });
    const lineitems = 'https://campus.example/items';
    for (const granted of [undefined, [lineItemScope], [scoreScope]]) {
      const claim = { lineitems, ...(granted && { scope: granted }) };
      const withoutScope = { 'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint': claim };
      expect(launchOf(withoutScope)).to.include({ lineItemsUrl: null });
    }
  });

  for (const [what, changed, fault] of [
    ['an audience that is another', { aud: 'other' }, 'wrong-audience'],
    ['several audiences, and none that is addressed', { aud: ['seances', 'other'] }, 'wrong-audience'],
    ['another that is addressed', { aud: ['seances', 'other'], azp: 'other' }, 'wrong-audience'],
    ['an end that has come', { exp: now - 61 }, 'wrong-time'],
    ['an end that is none', { exp: 'soon' }, 'wrong-time'],
    ['no end', { exp: undefined }, 'wrong-time'],
    ['a beginning to come', { iat: now + 61 }, 'wrong-time'],
    ['no beginning', { iat: undefined }, 'wrong-time'],
    ['nothing of LTI', { [`${lti}version`]: undefined, [`${lti}message_type`]: undefined }, 'not-a-launch'],
    ['another version', { [`${lti}version`]: '1.1' }, 'wrong-version'],
    ['no version', { [`${lti}version`]: undefined }, 'wrong-version'],
    ['another message', { [`${lti}message_type`]: 'LtiSubmissionReviewRequest' }, 'wrong-message'],
    ['no message', { [`${lti}message_type`]: undefined }, 'wrong-message'],
    ['no deployment', { [`${lti}deployment_id`]: undefined }, 'no-deployment'],
    ['an empty deployment', { [`${lti}deployment_id`]: ' ' }, 'no-deployment'],
    ['a deployment too long to be one', { [`${lti}deployment_id`]: 'd'.repeat(256) }, 'no-deployment'],
    [
      'a target elsewhere',
      { [`${lti}target_link_uri`]: 'https://seances.example/lti/launch/x' },
      'wrong-target',
    ],
    ['no resource', { [`${lti}resource_link`]: undefined }, 'no-resource'],
    ['a resource without an id', { [`${lti}resource_link`]: {} }, 'no-resource'],
    ['no roles', { [`${lti}roles`]: undefined }, 'no-roles'],
    ['roles that are no list', { [`${lti}roles`]: 'Learner' }, 'no-roles'],
    [
      'a choice of a link with nowhere to go',
      { [`${lti}message_type`]: 'LtiDeepLinkingRequest' },
      'wrong-message',
    ],
  ] as const)
    it(`are refused with ${what}`, () => {
      expect(read(changed)).to.equal(fault);
    });

  it('are taken with 60 seconds between the clocks', () => {
    expect(launchOf({ exp: now - 59, iat: now + 60 }).deploymentId).to.equal('7');
  });

  for (const [what, changed, user] of [
    [
      'only a name',
      { given_name: undefined, family_name: undefined, email: undefined },
      { name: 'Zoé Dupont', firstName: '' },
    ],
    ['parts of a name', { name: undefined }, { name: 'Zoé Dupont', lastName: 'Dupont' }],
    [
      'only an e-mail',
      { name: undefined, given_name: undefined, family_name: undefined },
      { name: '', email: 'zoe@campus.example' },
    ],
    [
      'neither',
      { name: undefined, given_name: undefined, family_name: undefined, email: undefined },
      { name: '', firstName: '', lastName: '', email: '' },
    ],
    [
      'variables that were not resolved',
      { name: '$Person.name.full', email: '$Person.email.primary' },
      { name: 'Zoé Dupont', email: '' },
    ],
    [
      'a language as Sakai writes it',
      { [`${lti}launch_presentation`]: { locale: 'en_US' } },
      { locale: 'en-US' },
    ],
    ['a language that is none', { locale: 'x!' }, { locale: null }],
    ['a zone', { [`${lti}custom`]: { timezone: 'America/Montreal' } }, { timeZone: 'America/Montreal' }],
    ['a zone that is none', { [`${lti}custom`]: { timezone: 'Mars/Olympus' } }, { timeZone: null }],
    [
      'a zone that was not resolved',
      { [`${lti}custom`]: { timezone: '$Person.address.timezone' } },
      { timeZone: null },
    ],
  ] as const)
    it(`say of somebody with ${what} what there is`, () => {
      expect(launchOf(changed).user).to.include(user);
    });

  it('may be of nobody, outside of a course, with no role', () => {
    const { user, context, roles } = launchOf({
      ...{ sub: undefined, [`${lti}context`]: undefined, [`${lti}roles`]: [] },
    });
    expect([user, context, roles]).to.deep.equal([null, null, []]);
  });

  it('have no ids that are too long, and no address', () => {
    const long = 'x'.repeat(256);
    const { user, context, membershipsUrl } = launchOf({
      ...{ sub: long, [`${lti}context`]: { id: long, title: 'Français' } },
      'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice': {
        context_memberships_url: `https://campus.example/${'x'.repeat(1_024)}`,
      },
    });
    expect([user, context, membershipsUrl]).to.deep.equal([null, null, null]);
  });

  it('name the course by its title, its label or its id', () => {
    const title = (context: object) => launchOf({ [`${lti}context`]: context }).context?.title;
    expect(title({ id: 'c', label: 'FR' })).to.equal('FR');
    expect(title({ id: 'c' })).to.equal('c');
    expect(title({ id: 'c', title: '$CourseSection.title' })).to.equal('c');
  });

  it('say where the roster is, and whose page shows the tool', () => {
    const { membershipsUrl, returnOrigin } = launchOf({
      'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice': {
        context_memberships_url: 'https://campus.example/members',
      },
      [`${lti}launch_presentation`]: { return_url: 'https://school.example/course?id=1' },
    });
    expect([membershipsUrl, returnOrigin]).to.deep.equal([
      'https://campus.example/members',
      'https://school.example',
    ]);
    const { returnOrigin: none } = launchOf({
      [`${lti}launch_presentation`]: { return_url: 'javascript:alert(1)' },
    });
    expect(none).to.equal(null);
  });
});
