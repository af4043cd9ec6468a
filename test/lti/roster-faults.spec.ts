import type { ServerResponse } from 'node:http';
import { expect } from 'chai';
import { onEveryDatabase } from '../support/databases.js';
import { learner, learners, NrpsPeer } from './nrps-peer.js';
import { RosterScene } from './roster-scene.js';

const limits = { lasts: 300, bytes: 100_000 };

onEveryDatabase('A roster that cannot be read to its end', (database) => {
  const scene = new RosterScene(database, limits);
  let course: string;

  beforeEach(async () => {
    await scene.begin();
    course = await scene.course();
    scene.peer.pageSize = 5;
    scene.peer.members = [learner('teacher', { roles: ['Instructor'] }), ...learners(10)];
    await scene.walk(course);
    scene.peer.members = [learner('teacher', { roles: ['Instructor'] }), ...learners(9)];
    await scene.walk(course);
  });

  afterEach(() => scene.end());

  /** What is answered instead of the second page. */
  const answers: Readonly<Record<string, [problem: string, answer: (response: ServerResponse) => unknown]>> =
    {
      'ends with a failure': ['failed', (response) => response.writeHead(500).end()],
      'is no page any more': ['failed', (response) => response.writeHead(404).end('<h1>404</h1>')],
      'is late': ['no-answer', () => true],
      'begins and never ends': ['no-answer', (response) => response.write('{"members": [')],
      'is huge': ['no-answer', (response) => response.end('x'.repeat(limits.bytes + 1))],
      'breaks off': ['no-answer', (response) => response.writeHead(200).destroy()],
      'is broken JSON': ['unreadable', (response) => response.end('{"members": [{"user_id"')],
      'is JSON of something else': ['unreadable', (response) => response.end('[]')],
      'leads elsewhere': [
        'redirected',
        (response) => response.writeHead(302, { location: '/members' }).end(),
      ],
      'is refused': ['refused', (response) => response.writeHead(403).end()],
      'names a next page that is no address': [
        'unreadable',
        (response) => page(response, '<http://[>; rel="next"'),
      ],
      'names itself as the next page': [
        'endless',
        (response) => page(response, `<${scene.peer.origin}/members?from=5&limit=5>; rel="next"`),
      ],
      'names a next page at another origin': [
        'elsewhere',
        (response) => page(response, '<https://elsewhere.example/members>; rel="next"'),
      ],
    };
  for (const [title, [problem, answer]] of Object.entries(answers))
    it(`takes nobody off when a page ${title}, and says ${problem}`, async () => {
      scene.peer.instead = ({ url }, response) => (url?.includes('from=5') ? answer(response) : undefined);
      const readAt = (await scene.courseRow(course))?.roster_read_at;

      expect(await scene.walk(course)).to.equal(problem);
      expect(await scene.walk(course)).to.equal(problem);
      expect(await scene.learnerNames(course)).to.have.length(10);
      const row = await scene.courseRow(course);
      expect([row?.roster_problem, row?.roster_read_at]).to.deep.equal([problem, readAt]);
      expect(scene.running.told).to.deep.equal([]);

      scene.peer.instead = undefined;
      expect(await scene.walk(course)).to.equal('whole');
      expect((await scene.courseRow(course))?.roster_problem).to.equal(null);
      expect(await scene.learnerNames(course)).to.have.length(9);
    });

  it('keeps who is on the pages that were read', async () => {
    scene.peer.members = [learner('new'), ...scene.peer.members];
    scene.peer.instead = ({ url }, response) =>
      url?.includes('from=10') ? response.writeHead(500).end() : undefined;

    expect(await scene.walk(course)).to.equal('failed');
    expect(await scene.isIn('new')).to.equal(true);
  });

  it('ends behind 1,000 pages', async () => {
    scene.peer.instead = ({ url }, response) => {
      const from = Number(/from=(\d+)/.exec(url ?? '')?.[1] ?? 0);
      return page(response, `<${scene.peer.origin}/members?from=${from + 1}>; rel="next"`);
    };
    const before = scene.peer.pageRequests.length;

    expect(await scene.walk(course)).to.equal('endless');
    expect(scene.peer.pageRequests.length - before).to.equal(1_000);
  });

  it('ends behind 100,000 members', async () => {
    const members = Array.from({ length: 2_500 }, () => ({ user_id: 's1' }));
    scene.peer.instead = ({ url }, response) => {
      const from = Number(/from=(\d+)/.exec(url ?? '')?.[1] ?? 0);
      return page(response, `<${scene.peer.origin}/members?from=${from + 1}>; rel="next"`, members);
    };
    const before = scene.peer.pageRequests.length;

    expect(await scene.walk(course)).to.equal('endless');
    expect(scene.peer.pageRequests.length - before).to.equal(41);
  });

  it('ends when it has taken ten minutes', async () => {
    scene.peer.instead = () => scene.clock.advance(301);
    expect(await scene.walk(course)).to.equal('endless');
  });

  it('ends when nobody gives a token', async () => {
    scene.clock.advance(3_600);
    scene.peer.tokenAnswer = { status: 400, body: { error: 'invalid_client' } };

    expect(await scene.walk(course)).to.equal('token-refused');
  });

  it('ends when nobody answers at all', async () => {
    await scene.peer.stop();
    expect(await scene.walk(course)).to.equal('no-answer');
    scene.peer = new NrpsPeer();
    await scene.peer.start();
  });

  it('ends when the platform is not registered any more', async () => {
    await scene.store.knex('seance_lti_registration').delete();
    expect(await scene.walk(course)).to.equal('token-refused');
  });

  it('is told to operators by its course and its problem, and nothing of people', async () => {
    scene.peer.instead = (_, response) => response.writeHead(500).end('Ada s1');
    await scene.walk(course);

    expect(scene.logger.complaints.at(-1)).to.deep.equal({
      level: 'warn',
      values: {
        ...{ course, problem: 'failed' },
        reason: `${new URL(scene.peer.origin).host} answered 500`,
      },
      message: 'a roster was not read as a whole',
    });
  });
});

function page(response: ServerResponse, link: string, members: readonly object[] = []): ServerResponse {
  return response.writeHead(200, { link }).end(JSON.stringify({ members }));
}
