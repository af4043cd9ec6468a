import { expect } from 'chai';
import { rejection } from '../../support/rejections.js';
import { latch } from '../../support/latch.js';
import { type Claims, claim } from './claims.js';
import { courseOf } from './course.js';
import { Lms } from './lms.js';
import type { ProfileName } from './profiles.js';
import { TinyTool } from './tiny-tool.js';

describe('The roster of the platform of the tests', () => {
  const stops: (() => Promise<void>)[] = [];

  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
  });

  async function started(profile: ProfileName, size: number): Promise<{ lms: Lms; tool: TinyTool }> {
    const lms = await Lms.start({ profile, course: courseOf(size) });
    const tool = await TinyTool.start(lms);
    stops.push(
      () => tool.stop(),
      () => lms.stop(),
    );
    return { lms, tool };
  }

  /** All pages from `url` on, each as long as it is. */
  async function walked(tool: TinyTool, url: string): Promise<readonly (readonly Claims[])[]> {
    const { access_token: token } = (await (await tool.accessToken()).json()) as { access_token: string };
    const pages: (readonly Claims[])[] = [];
    for (let next: string | undefined = url; next !== undefined;) {
      const page = await tool.rosterPageWith(token, next);
      pages.push(page.members);
      next = page.next;
    }
    return pages;
  }

  const ids = (members: readonly Claims[]) => new Set(members.map((member) => member['user_id']));

  it('gives 10,000 people fifty by fifty, as Canvas', async () => {
    const { lms, tool } = await started('canvas', 10_000);
    const pages = await walked(tool, lms.rosterUrl);

    expect([pages.length, ids(pages.flat()).size]).to.deep.equal([200, 10_000]);
  });

  it('gives 10,000 people at once, or as many as are asked for, as Moodle', async () => {
    const { lms, tool } = await started('moodle', 10_000);
    const [all, few] = [await walked(tool, lms.rosterUrl), await walked(tool, `${lms.rosterUrl}?limit=900`)];

    expect([all.length, few.length]).to.deep.equal([1, 12]);
    expect(few.flat()).to.deep.equal(all.flat());
  });

  it('gives 10,000 people as a site is set, as Sakai, and nothing at all where nobody is', async () => {
    const { lms, tool } = await started('sakai', 10_000);
    expect((await walked(tool, lms.rosterUrl)).map(({ length }) => length)).to.deep.equal(
      Array(20).fill(500),
    );

    lms.course.members = [];
    expect(await walked(tool, lms.rosterUrl)).to.deep.equal([[]]);
  });

  it('gives learners alone, under other ids, as OpenOLAT', async () => {
    const { lms, tool } = await started('openolat', 10);
    const members = (await walked(tool, lms.rosterUrl)).flat();

    expect(members.map((member) => member['roles'])).to.deep.equal(Array(4).fill(['LEARNER']));
    expect(members[0]!['user_id']).not.to.equal(lms.profile.subject(lms.course.members[6]!));
  });

  it('is not there in ILIAS', async () => {
    const { lms, tool } = await started('ilias', 3);

    await tool.walk(lms.launchUrl());
    expect(Object.keys(tool.taken[0]!.claims).filter((name) => name.includes('nrps'))).to.deep.equal([]);
    expect((await tool.accessToken()).status).to.equal(400);
  });

  it('has people with the same name, and those who are no longer active', async () => {
    const { lms, tool } = await started('moodle', 200);
    const [first, ...others] = lms.course.members;
    lms.course.members = [{ ...first!, status: 'Inactive' }, ...others];
    const [members = []] = await walked(tool, lms.rosterUrl);

    expect(members[0]).to.include({ status: 'Inactive' });
    expect(new Set(members.map((member) => member['name'])).size).to.equal(90);
  });

  it('is one for each course', async () => {
    const { lms, tool } = await started('moodle', 3);
    const other = courseOf(5, 'another');
    lms.courses.push(other);
    await tool.walk(lms.launchUrl({ course: other }));
    const { context_memberships_url: url } = tool.taken[0]!.claims[claim.namesAndRoles] as Record<
      string,
      string
    >;

    expect(
      [...(await walked(tool, url!)), ...(await walked(tool, lms.rosterUrl))].map(({ length }) => length),
    ).to.deep.equal([5, 3]);
  });

  it('tells no more than the administrator lets through', async () => {
    const { lms, tool } = await started('canvas', 1);
    lms.privacy = 'emails';
    const [members = []] = await walked(tool, lms.rosterUrl);

    expect(members[0]).to.have.all.keys('status', 'user_id', 'roles', 'email');
  });

  it('fails at a page, or breaks off in it, when a test says so', async () => {
    const { lms, tool } = await started('canvas', 200);
    lms.pageOutcome = (number) => (number === 3 ? 503 : 'whole');
    expect(String(await rejection(walked(tool, lms.rosterUrl)))).to.equal('Error: HTTP 503');

    lms.pageOutcome = (number) => (number === 3 ? 'cut off' : 'whole');
    expect(String(await rejection(walked(tool, lms.rosterUrl)))).to.equal('TypeError: terminated');
    expect(lms.asked.filter((line) => line.includes('/roster/'))).to.have.length(6);
  });

  it('waits with a page as long as a test holds it', async () => {
    const { lms, tool } = await started('moodle', 3);
    const [held, asked] = [latch(), latch()];
    lms.pageOutcome = async () => {
      asked.open();
      await held.opened;
      return 'whole' as const;
    };
    let given = false;
    const page = tool.rosterPage(lms.rosterUrl).then(() => (given = true));

    await asked.opened;
    expect(given).to.be.false;
    held.open();
    expect(await page).to.be.true;
  });

  it('asks for a token that is good, and OpenOLAT for its media type', async () => {
    const { lms, tool } = await started('openolat', 3);
    const { access_token: token } = (await (await tool.accessToken()).json()) as { access_token: string };
    const authorization = `Bearer ${token}`;
    const status = async (headers: Record<string, string>) =>
      (await fetch(lms.rosterUrl, { headers })).status;

    expect(await status({})).to.equal(401);
    expect(await status({ authorization })).to.equal(400);
    lms.accessTokens.clear();
    expect(await status({ authorization })).to.equal(401);
  });

  it('gives tokens to the tool alone, for each assertion one', async () => {
    const { lms, tool } = await started('moodle', 3);
    const statusFor = async (changes: Claims) => (await tool.accessToken(changes)).status;

    expect([await statusFor({ jti: 'x' }), await statusFor({ jti: 'x' })]).to.deep.equal([200, 401]);
    for (const changes of [{ aud: lms.issuer }, { iss: 'x' }, { sub: 'x' }, { exp: 1 }, { jti: undefined }]) {
      expect(await statusFor(changes), JSON.stringify(changes)).to.equal(401);
    }
  });
});
