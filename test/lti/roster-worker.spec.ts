import { expect } from 'chai';
import { onEveryDatabase } from '../support/databases.js';
import { latch } from '../support/latch.js';
import { learner, learners } from './nrps-peer.js';
import { learnerRole, RosterScene, staffRole } from './roster-scene.js';

const hour = 3_600;
const day = 24 * hour;

onEveryDatabase('The worker of rosters', (database) => {
  const scene = new RosterScene(database);

  beforeEach(async () => {
    await scene.begin();
    scene.peer.members = [learner('teacher', { roles: ['Instructor'] }), ...learners(3)];
  });

  afterEach(() => scene.end());

  const run = () => scene.running.worker.run();
  const asked = () => scene.peer.pageRequests.length;

  it('reads the rosters of courses one after the other, and again when a day has passed', async () => {
    await scene.course();
    const context = { id: 'course-2', title: 'Other', startsAt: null, endsAt: null };
    await scene.launch('teacher', staffRole, { context });
    await run();
    expect(asked()).to.equal(2);

    scene.clock.advance(day - 1);
    await run();
    expect(asked()).to.equal(2);
    scene.clock.advance(hour);
    await run();
    expect(asked()).to.equal(4);
  });

  it('leaves a course alone that was not launched for 90 days, or has no roster', async () => {
    await scene.launch('teacher', staffRole);
    const context = { id: 'course-2', title: 'Other', startsAt: null, endsAt: null };
    scene.clock.advance(90 * day);
    await scene.launch('teacher', staffRole, { context, membershipsUrl: null });
    await run();
    expect(asked()).to.equal(0);
  });

  it('tries again within half an hour what has failed', async () => {
    await scene.course();
    scene.peer.instead = (_, response) => response.writeHead(500).end();
    await run();
    await run();
    expect(asked()).to.equal(1);

    scene.clock.advance(1_800);
    await run();
    expect(asked()).to.equal(2);
  });

  it('tries again the next day what the platform has refused', async () => {
    await scene.course();
    scene.peer.instead = (_, response) => response.writeHead(403).end();
    await run();
    scene.clock.advance(day - 1);
    await run();
    expect(asked()).to.equal(1);

    scene.clock.advance(hour);
    await run();
    expect(asked()).to.equal(2);
  });

  it('leaves what another process reads to it, for as long as that may live', async () => {
    await scene.course();
    const isAsked = latch();
    scene.peer.instead = () => {
      isAsked.open();
      return true;
    };
    const reading = scene
      .process(database.openAnother())
      .roster.refresh((await scene.launch('teacher', staffRole)).courseId);
    await isAsked.opened;
    await run();
    expect(asked()).to.equal(1);

    scene.peer.instead = undefined;
    scene.clock.advance(901);
    await run();
    expect(asked()).to.equal(2);
    await scene.peer.stop();
    expect(await reading).to.equal('no-answer');
    await scene.peer.start();
  });

  it('runs in the background, and ends behind the page that it is at when it is stopped', async () => {
    const courseId = await scene.course();
    scene.peer.pageSize = 2;
    const [isAsked, answered] = [latch(), latch()];
    scene.peer.instead = ({ headers }, response) => {
      scene.peer.instead = undefined;
      isAsked.open();
      const link = `<${scene.peer.origin}/members?from=2>; rel="next"`;
      void answered.opened.then(() => response.writeHead(200, { link }).end('{"members":[]}'));
      return headers;
    };
    scene.running.worker.start();
    await isAsked.opened;
    const stopped = scene.running.worker.stop();
    answered.open();
    await stopped;

    expect(asked()).to.equal(1);
    const row = await scene.courseRow(courseId);
    expect([row?.roster_claimed_until, row?.roster_problem]).to.deep.equal([null, null]);
    await scene.process(database.openAnother()).worker.run();
    expect(asked()).to.equal(3);
  });

  it('goes on when something has failed', async () => {
    await scene.course();
    const heard = latch();
    let times = 0;
    scene.beforeTelling = () => {
      times += 1;
      if (times === 2) heard.open();
      return times === 1 ? Promise.reject(new Error('the plugin is down')) : Promise.resolve();
    };
    await scene.launch('s1', learnerRole);
    scene.peer.members = [learner('s1', { name: 'Another' })];
    scene.running.worker.start();
    await heard.opened;
    await scene.running.worker.stop();

    expect(scene.running.told).to.have.length(1);
  });

  describe('when staff open a course', () => {
    const settled = () => scene.running.roster.settled();

    it('has its roster read in the background when it is older than ten minutes', async () => {
      const { courseId } = await scene.launch('teacher', staffRole);
      scene.running.roster.refreshIfOld(courseId);
      await settled();
      expect((await scene.courseRow(courseId))?.roster_read_at).to.equal(scene.store.now());
    });

    it('leaves a newer one as it is', async () => {
      const { courseId } = await scene.launch('teacher', staffRole);
      await scene.running.roster.refresh(courseId);
      scene.clock.advance(600);
      scene.running.roster.refreshIfOld(courseId);
      await settled();
      expect(asked()).to.equal(1);
    });

    it('asks nothing for a course without a roster', async () => {
      const { courseId } = await scene.launch('teacher', staffRole, { membershipsUrl: null });
      scene.running.roster.refreshIfOld(courseId);
      await settled();
      expect(asked()).to.equal(0);
    });

    it('says in the log what went wrong, and fails nobody', async () => {
      const { courseId } = await scene.launch('s9', learnerRole);
      scene.beforeTelling = () => Promise.reject(new Error('the plugin is down'));
      scene.peer.members = [learner('s9', { name: 'Another' })];
      scene.running.roster.refreshIfOld(courseId);
      await settled();

      expect(scene.logger.complaints.at(-1)).to.deep.equal({
        level: 'error',
        values: { course: courseId, error: 'Error: the plugin is down' },
        message: 'a roster was not read',
      });
    });
  });
});
