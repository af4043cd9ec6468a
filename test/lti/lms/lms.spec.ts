import { expect } from 'chai';
import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, type JSONWebKeySet, jwtVerify } from 'jose';
import { claim } from './claims.js';
import { courseOf, firstOf } from './course.js';
import { badLaunches, goodLaunches } from './launches.js';
import { Lms } from './lms.js';
import type { Craft } from './platform.js';
import { type ProfileName, profileNames } from './profiles.js';
import { TinyTool } from './tiny-tool.js';

const course = () => courseOf(20);

describe('The platform of the tests', () => {
  for (const profile of profileNames) {
    describe(`as ${profile}`, () => {
      let lms: Lms;
      let tool: TinyTool;

      before(async () => {
        lms = await Lms.start({ profile, course: course() });
        tool = await TinyTool.start(lms);
      });

      after(async () => {
        await tool.stop();
        await lms.stop();
      });

      it('launches a tool that looks at everything', async () => {
        const member = firstOf(lms.course, 'instructor');
        const answer = await tool.walk(lms.launchUrl({ member }));

        expect(await answer.text()).to.contain('Launched');
        const { claims } = tool.taken.at(-1)!;
        expect(claims['sub']).to.equal(lms.profile.subject(member));
        expect(claims[claim.roles]).to.deep.equal(lms.profile.roles('instructor'));
      });

      it('asks for deep linking without a link', async () => {
        await tool.walk(lms.launchUrl({ message: 'LtiDeepLinkingRequest' }));

        const { claims } = tool.taken.at(-1)!;
        expect(claims).to.have.property(claim.deepLinkingSettings);
        expect(claims).not.to.have.property(claim.resourceLink);
      });

      it('goes on with a new key beside the old one', async () => {
        const old = lms.keys.kid;
        await lms.keys.rotate();
        const answer = await tool.walk(lms.launchUrl());

        expect(answer.status).to.equal(200);
        expect(lms.keys.published.keys.map(({ kid }) => kid)).to.deep.equal([lms.keys.kid, old]);
        expect(decodeProtectedHeader(tool.taken.at(-1)!.fields.get('id_token')!).kid).to.equal(lms.keys.kid);
      });
    });
  }

  describe('with launches that are crafted', () => {
    let lms: Lms;
    let tool: TinyTool;

    before(async () => {
      lms = await Lms.start({ profile: 'moodle', course: course() });
      tool = await TinyTool.start(lms);
    });

    after(async () => {
      await tool.stop();
      await lms.stop();
    });

    for (const [name, craft] of Object.entries<Craft>(badLaunches)) {
      it(`is refused: ${name}`, async () => {
        expect((await tool.walk(lms.launchUrl({ craft }))).status).to.equal(400);
      });
    }

    for (const [name, craft] of Object.entries<Craft>(goodLaunches)) {
      it(`is let in: ${name}`, async () => {
        const answer = await tool.walk(lms.launchUrl({ craft }));

        expect(await answer.text()).to.contain('Launched');
      });
    }

    it('gives a token for a nonce that a test has', async () => {
      const token = await lms.idToken({ nonce: 'n', claims: { sub: undefined, name: 'Zoé' } });
      const keys = createLocalJWKSet(lms.keys.published as JSONWebKeySet);

      const { payload } = await jwtVerify(token, keys, { issuer: lms.issuer, audience: lms.clientId });
      expect(payload).to.include({ nonce: 'n', name: 'Zoé' });
      expect(payload).not.to.have.property('sub');
    });

    it('begins a login with fields that are changed', async () => {
      const login = { iss: 'https://elsewhere.example', lti_deployment_id: undefined };
      await tool.walk(lms.launchUrl({ login }));

      expect(tool.lastLogin?.get('iss')).to.equal('https://elsewhere.example');
      expect(tool.lastLogin?.has('lti_deployment_id')).to.be.false;
    });

    it('answers what a test says in its place', async () => {
      lms.instead = (path) =>
        path === lms.profile.paths.keys ? new Response(null, { status: 503 }) : undefined;
      expect((await tool.walk(lms.launchUrl())).status).to.equal(400);

      lms.instead = () => undefined;
      expect((await tool.walk(lms.launchUrl())).status).to.equal(200);
    });

    it('no longer publishes a key that is revoked', async () => {
      const craft = { header: { kid: lms.keys.kid } };
      await lms.keys.rotate({ revoked: true });

      expect((await tool.walk(lms.launchUrl({ craft }))).status).to.equal(400);
      expect((await tool.walk(lms.launchUrl())).status).to.equal(200);
    });
  });

  describe('has ways of its own, such as', () => {
    const started = new Map<ProfileName, Lms>();

    after(async () => {
      await Promise.all([...started.values()].map((lms) => lms.stop()));
    });

    async function claimsAs(profile: ProfileName, link = '1', privacy: Lms['privacy'] = 'everything') {
      const lms = started.get(profile) ?? (await Lms.start({ profile, course: course() }));
      started.set(profile, lms);
      lms.installAt('http://tool.test', {
        timezone: '$Person.address.timezone',
        begins: '$CourseSection.timeFrame.begin',
        seance: 'abc',
      });
      lms.privacy = privacy;
      const member = firstOf(lms.course, 'learner');
      return decodeJwt(await lms.idToken({ nonce: 'n', launch: { member, link } }));
    }

    it('an issuer that is no host of the school, in Canvas', async () => {
      expect((await claimsAs('canvas')).iss).to.equal('https://canvas.instructure.com');
    });

    it('an underscore in the language, in Sakai', async () => {
      expect((await claimsAs('sakai'))[claim.launchPresentation]).to.include({ locale: 'en_US' });
    });

    it('one link for all of a course, in OpenOLAT, and for all courses, in ILIAS', async () => {
      for (const profile of ['openolat', 'ilias'] as const) {
        const links = [await claimsAs(profile, '1'), await claimsAs(profile, '2')].map(
          (claims) => claims[claim.resourceLink] as { id: string },
        );
        expect(links[0]!.id).to.equal(links[1]!.id);
      }
    });

    it('custom variables that stay as they are', async () => {
      const custom = async (profile: 'moodle' | 'canvas' | 'ilias') =>
        (await claimsAs(profile))[claim.custom];

      expect(await custom('moodle')).to.deep.equal({
        timezone: '99',
        begins: '2026-09-01T00:00:00+00:00',
        seance: 'abc',
      });
      expect(await custom('canvas')).to.include({ begins: '$CourseSection.timeFrame.begin' });
      expect(await custom('ilias')).to.include({ timezone: '$Person.address.timezone' });
    });

    it('names that are withheld, absent or as a dash', async () => {
      expect(await claimsAs('moodle', '1', 'nothing')).not.to.have.any.keys('name', 'family_name', 'email');
      expect(await claimsAs('ilias', '1', 'nothing')).to.include({ name: '-', family_name: '-' });
      expect(await claimsAs('openolat')).not.to.have.property('name');
    });
  });
});
