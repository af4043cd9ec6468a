import { expect } from 'chai';
import sinon from 'sinon';
import { onSqlite } from '../support/databases.js';
import { badLaunches, goodLaunches } from './lms/launches.js';
import { firstOf } from './lms/course.js';
import { Lms } from './lms/lms.js';
import { type ProfileName, profileNames } from './lms/profiles.js';
import { Walker } from './lms/walker.js';
import { LtiTool } from './lti-tool.js';

/** What is said of each, in French. */
const says: Readonly<Partial<Record<keyof typeof badLaunches, RegExp>>> = {
  'another version': /LTI 1\.3/,
  'no version': /LTI 1\.3/,
  'not an LTI message': /./,
  'no claim of LTI': /n&#39;est pas une ouverture/,
  'no roles': /rôles/,
  'no deployment': /déploiement/,
  'no resource link': /par quel lien/,
  'the nonce of another login': /réponse attendue/,
  'a target elsewhere': /adresse de lancement/,
  'the audience of another tool': /autre outil/,
  'expired two minutes ago': /périmée/,
};

/** Anonymous launches may look: LTI Core 1.3, 5.3.6.1. */
const readOnly: readonly string[] = ['no sub'];

onSqlite('A launch by LTI', (database) => {
  let lms: Lms;
  let tool: LtiTool;

  async function start(profile: ProfileName): Promise<void> {
    lms = await Lms.start({ profile });
    tool = await LtiTool.start(lms, database.address);
    await tool.register(lms);
  }

  afterEach(async () => {
    sinon.restore();
    await tool.stop();
    await lms.stop();
  });

  const walk = (order: Parameters<Lms['launchUrl']>[0] = {}): Promise<Response> =>
    new Walker(lms).walk(lms.launchUrl(order));

  /** The session of the page to which a launch leads. */
  function sessionAt(answer: Response): { readonly path: string; readonly token: string } {
    const { pathname, hash } = new URL(answer.headers.get('location') ?? '');
    return { path: pathname, token: new URLSearchParams(hash.slice(1)).get('session') ?? '' };
  }

  const api = (path: string, token: string): Promise<Response> =>
    fetch(`${tool.url}/plugins/seances/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } });

  for (const profile of profileNames)
    it(`opens the course of ${profile} for who teaches and who learns there`, async () => {
      await start(profile);
      for (const [role, edit] of [
        ['instructor', true],
        ['learner', false],
      ] as const) {
        const answer = await walk({ member: firstOf(lms.course, role) });
        expect(answer.status, await answer.clone().text()).to.equal(303);
        const { path, token } = sessionAt(answer);
        expect(path).to.match(/^\/lti\/spaces\/[\w-]+$/);
        const space = await api(path.replace('/lti', ''), token);
        expect(space.status).to.equal(200);
        const { name, permissions } = (await space.json()) as {
          readonly name: string;
          readonly permissions: object;
        };
        expect(name).to.equal(lms.course.title);
        expect(permissions).to.deep.include({ open: true, edit, enrol: edit });
      }
    });

  describe('of Moodle', () => {
    beforeEach(() => start('moodle'));

    for (const [what, craft] of Object.entries(goodLaunches))
      it(`is taken: ${what}`, async () => {
        const answer = await walk({ craft });

        expect(answer.status, await answer.clone().text()).to.equal(what === 'no context' ? 400 : 303);
      });

    for (const [what, craft] of Object.entries(badLaunches))
      it(`is refused in words: ${what}`, async () => {
        const answer = await walk({ craft });
        const page = await answer.text();
        if (readOnly.includes(what)) {
          const { path, token } = sessionAt(answer);
          expect((await api(path.replace('/lti', ''), token)).status).to.equal(200);
          expect(await (await api(path.replace('/lti', ''), token)).text()).to.contain('"edit":false');
          return;
        }
        expect(answer.status, page).to.equal(400);
        expect(page).to.contain('<h1>Impossible d&#39;ouvrir les séances</h1>');
        expect(page).to.match(says[what as keyof typeof badLaunches] ?? /<p>[^<]{20,}/);
        const [, reference = '-'] = /administrateur[^<]*? ([0-9a-f]{8})</.exec(page) ?? [];
        expect(tool.logger.complaints.map(({ values }) => values['reference'])).to.include(reference);
        expect(JSON.stringify(tool.logger.complaints)).not.to.match(/eyJ/);
      });

    it('is one, of two with the same token at once', async () => {
      const walker = new Walker(lms);
      const form = await walker.authorized(await walker.login(lms.launchUrl()));
      const answers = await Promise.all([walker.post(form), walker.post(form)]);

      expect(answers.map(({ status }) => status).toSorted()).to.deep.equal([303, 400]);
      expect((await walker.post(form)).status).to.equal(400);
    });

    it('is of the browser that began it, and of no other', async () => {
      const [walker, other] = [new Walker(lms), new Walker(lms)];
      const form = await walker.authorized(await walker.login(lms.launchUrl()));
      const answer = await other.post(form);

      expect(answer.status).to.equal(200);
      expect(await answer.text()).to.contain('Ouvrir dans une nouvelle fenêtre');
      expect((await walker.post(form)).status, 'a launch that was tried elsewhere').to.equal(400);
    });

    it('is no launch without a login', async () => {
      const walker = new Walker(lms);
      const { action, fields } = await walker.authorized(await walker.login(lms.launchUrl()));
      fields.set('state', 'a-state-of-nobody');
      expect((await walker.post({ action, fields })).status).to.equal(400);
      fields.delete('state');
      expect((await walker.post({ action, fields })).status).to.equal(400);
    });

    it('goes on while the keys of the platform are rotated', async () => {
      // A key set is read again for a key that is not in it, half a minute after it was read at the soonest.
      const clock = sinon.useFakeTimers({ now: Date.now(), toFake: ['Date'] });
      for (let time = 1; time <= 3; time += 1) {
        expect((await walk()).status).to.equal(303);
        await lms.keys.rotate();
        clock.setSystemTime(Date.now() + 31_000);
      }
    });

    it('with a key that is newer than the key set is refused until that is half a minute old', async () => {
      const clock = sinon.useFakeTimers({ now: Date.now(), toFake: ['Date'] });
      const keySetsRead = (): number =>
        lms.asked.filter((request) => request === `GET ${lms.profile.paths.keys}`).length;
      expect((await walk()).status).to.equal(303);
      await lms.keys.rotate();
      clock.setSystemTime(Date.now() + 29_000);
      const refused = await walk();
      expect([refused.status, await refused.text()].join(' ')).to.match(/^400 [^]*n&#39;est pas signé/);
      expect(keySetsRead()).to.equal(1);

      clock.setSystemTime(Date.now() + 2_000);
      expect((await walk()).status).to.equal(303);
      expect((await walk()).status).to.equal(303);
      expect(keySetsRead()).to.equal(2);
    });

    it('is refused in words while the key set cannot be had', async () => {
      for (const [what, instead] of [
        ['broken', () => new Response('{')],
        ['gone', () => new Response(null, { status: 500 })],
        ['huge', () => new Response('x'.repeat(100_000))],
      ] as const) {
        lms.instead = (path) => (path === lms.profile.paths.keys ? instead() : undefined);
        const answer = await walk();

        expect(answer.status, what).to.equal(400);
        expect(await answer.text(), what).to.contain('n&#39;est pas signé');
      }
    });

    it('refuses a login of a platform that is not registered, and one that leads elsewhere', async () => {
      for (const [login, words] of [
        [{ iss: 'https://elsewhere.example' }, /pas enregistrée/],
        [{ client_id: 'another' }, /pas enregistrée/],
        [{ target_link_uri: 'https://elsewhere.example/' }, /adresse de lancement/],
        [{ login_hint: undefined }, /Il manque quelque chose/],
      ] as const) {
        const answer = await new Walker(lms).login(lms.launchUrl({ login }));

        expect(answer.status).to.equal(400);
        expect(await answer.text()).to.match(words);
      }
    });

    it('says that the platform would not say who somebody is', async () => {
      const walker = new Walker(lms);
      const { action, fields } = await walker.authorized(await walker.login(lms.launchUrl()));
      const answer = await walker.post({
        action,
        fields: new URLSearchParams({ state: fields.get('state') ?? '', error: 'login_required' }),
      });

      expect([answer.status, await answer.text()].join(' ')).to.match(/^400 [^]*pas voulu vous identifier/);
    });

    it('shares nothing between two deployments', async () => {
      const first = sessionAt(await walk());
      lms.deploymentId = 'another-deployment';
      const second = sessionAt(await walk());
      expect(second.path).not.to.equal(first.path);
      expect((await api(first.path.replace('/lti', ''), second.token)).status).to.equal(404);
      expect((await api(second.path.replace('/lti', ''), first.token)).status).to.equal(404);
    });

    it('reads the roster when staff open the course', async () => {
      const { path, token } = sessionAt(await walk());
      // Moodle knows no other roles than these, and calls the rest learners.
      const staff = ['instructor', 'assistant', 'developer', 'administrator'];
      const learners = lms.course.members.filter(({ role }) => !staff.includes(role));
      for (let time = 1; ; time += 1) {
        const answer = await api(`${path.replace('/lti', '')}/seances`, token);
        expect(answer.status).to.equal(200);
        const count = await tool.lti.host.directory.learnerCount(path.split('/').at(-1) ?? '');
        if (count === learners.length || time > 100) {
          expect(count).to.equal(learners.length);
          return;
        }
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    });
  });
});
