import { expect } from 'chai';
import { createLtiHost, type LtiHost } from '../../src/lti/index.js';
import type { CourseRow } from '../../src/lti/tables.js';
import { onEveryDatabase } from '../support/databases.js';
import { latch } from '../support/latch.js';
import { ServedProcess } from '../support/served-process.js';
import { freePorts } from '../support/server-program.js';
import { type Course, courseOf } from './lms/course.js';
import { Lms } from './lms/lms.js';
import type { ProfileName } from './lms/profiles.js';
import { type LaunchForm, Walker } from './lms/walker.js';

/** How long the second of two processes has to ask for what the first asks for already, in milliseconds. */
const longEnough = 300;

onEveryDatabase('Two processes that serve one tool of LTI', function (database) {
  let addresses: readonly [string, string];
  let served: readonly ServedProcess[] = [];
  /** Of this process: the third that has the database. */
  let lti: LtiHost;
  let lms: Lms;

  before('starts them', async function () {
    this.timeout(60_000);
    const ports = await freePorts(2);
    addresses = ports.map((port) => `http://127.0.0.1:${port}`) as [string, string];
    const [publicUrl] = addresses;
    lti = createLtiHost({ database: database.address, publicUrl });
    const environment = { PUBLIC_URL: publicUrl, LTI_ALLOW_HTTP: '1' };
    const starting = ports.map((port) =>
      ServedProcess.start(['--database', database.address], { ...environment, PORT: String(port) }),
    );
    served = await Promise.all(starting);
  });

  after(async () => {
    await Promise.all(served.map((one) => one.end()));
    await lti.stop();
  });

  async function start(profile: ProfileName): Promise<void> {
    lms = await Lms.start({ profile });
    lms.installAt(addresses[0]);
    const { issuer, clientId, authorizationUrl: authUrl, tokenUrl, keySetUrl: keysUrl } = lms.registration;
    await lti.registrations.add({
      ...{ issuer, clientId, name: profile, authUrl, tokenUrl, keysUrl, tokenAudience: null },
    });
  }

  afterEach(() => lms.stop());

  /** Posts what goes to the one to both of them at once, with the cookies of one browser. */
  function toBoth(walker: Walker, { action, fields }: LaunchForm): Promise<readonly Response[]> {
    const { pathname } = new URL(action);
    const forms = addresses.map((address) => ({ action: `${address}${pathname}`, fields }));
    return Promise.all(forms.map((form) => walker.post(form)));
  }

  /** A launch of the teacher of a course, whose answer is still to come from one of them, or from both. */
  async function authorized(course: Course): Promise<{ walker: Walker; form: LaunchForm }> {
    const walker = new Walker(lms);
    return { walker, form: await walker.authorized(await walker.login(lms.launchUrl({ course }))) };
  }

  it('open a launch that both get at once in one of them', async function () {
    this.timeout(60_000);
    await start('ilias');
    for (let round = 1; round <= 30; round += 1) {
      const { walker, form } = await authorized(lms.course);
      const answers = await toBoth(walker, form);

      const [opened, refused] = answers.toSorted((one, other) => one.status - other.status);
      expect([opened?.status, refused?.status], `round ${round}`).to.deep.equal([303, 400]);
      expect(opened?.headers.get('location')).to.match(/\/lti\/spaces\/[\w-]+.*#session=/);
      expect(await refused?.text()).to.contain('Impossible d&#39;ouvrir les séances');
    }
  });

  it('keep and prove a launch by the storage of the platform once', async function () {
    this.timeout(60_000);
    await start('canvas');
    for (let round = 1; round <= 15; round += 1) {
      const walker = new Walker(lms);
      const form = await walker.authorized(await walker.login(lms.launchUrl()));
      const [[, browser = ''] = []] = walker.cookies;
      walker.cookies.clear();
      const kept = await toBoth(walker, form);
      expect(kept.map(({ status }) => status).toSorted(), `round ${round}`).to.deep.equal([200, 400]);

      const fields = new URLSearchParams({ state: form.fields.get('state') ?? '', browser });
      const proven = await toBoth(walker, { action: `${addresses[0]}/lti/proof`, fields });
      expect(proven.map(({ status }) => status).toSorted(), `round ${round}`).to.deep.equal([200, 403]);
    }
  });

  it('read a roster once when staff open its course in both at once', async function () {
    this.timeout(60_000);
    await start('moodle');
    for (let round = 1; round <= 5; round += 1) {
      const course = courseOf(1_200, `roster-${round}`);
      lms.courses.push(course);
      const asked: number[] = [];
      const both = latch();
      lms.pageOutcome = async (page) => {
        asked.push(page);
        await both.opened;
        return 'whole' as const;
      };
      await openInBoth(course);
      await new Promise((resolve) => setTimeout(resolve, longEnough));
      both.open();
      await wholeRoster(course);

      expect(asked, `round ${round}`).to.deep.equal([1, 2, 3]);
    }
  });

  it('go on launching and asking for tokens while another process rotates their keys', async function () {
    this.timeout(60_000);
    await start('moodle');
    // Platforms keep the key set that they have read: what is signed now has to be good by that of before.
    const kept = await (await fetch(`${addresses[1]}/lti/jwks.json`)).text();
    lms.instead = (path) => (path === '/kept-keys' ? new Response(kept) : undefined);
    lms.install({ ...lms.tool, keySetUrl: `${lms.origin}/kept-keys` });
    for (let round = 1; round <= 5; round += 1) {
      const course = courseOf(20, `rotation-${round}`);
      lms.courses.push(course);
      lms.accessTokens.clear();
      await Promise.all([lti.keys.rotate(), openInBoth(course)]);
      await wholeRoster(course);
    }
    expect(lms.asked.filter((request) => request === `POST ${lms.profile.paths.token}`)).to.have.length(5);
    const published = (await (await fetch(`${addresses[1]}/lti/jwks.json`)).json()) as { keys: unknown[] };
    expect(published.keys).to.have.length(6);
  });

  async function openInBoth(course: Course): Promise<void> {
    const [one, other] = await Promise.all([authorized(course), authorized(course)]);
    const action = `${addresses[1]}${new URL(other.form.action).pathname}`;
    const answers = await Promise.all([
      one.walker.post(one.form),
      other.walker.post({ ...other.form, action }),
    ]);
    expect(answers.map(({ status }) => status)).to.deep.equal([303, 303]);
  }

  /** Resolves once the roster of a course was read to its end. */
  async function wholeRoster({ id }: Course): Promise<void> {
    for (let time = 1; time <= 200; time += 1) {
      const row = await database.knex<CourseRow>('seance_lti_space').where({ context_id: id }).first();
      expect(row?.roster_problem).to.equal(null);
      if (row?.roster_read_at) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect.fail(`The roster of ${id} was not read.`);
  }
});
