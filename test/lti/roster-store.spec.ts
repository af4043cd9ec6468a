import { expect } from 'chai';
import { RosterStore, Superseded } from '../../src/lti/roster-store.js';
import { onEveryDatabase } from '../support/databases.js';
import { letOthersRun } from '../support/latch.js';
import { rejection } from '../support/rejections.js';
import { RosterScene } from './roster-scene.js';

onEveryDatabase('A walk through a roster', (database) => {
  const scene = new RosterScene(database);
  let course: string;
  let rosters: RosterStore;

  beforeEach(async () => {
    await scene.begin();
    course = await scene.course();
    rosters = new RosterStore(scene.store);
  });

  afterEach(() => scene.end());

  it('is begun by one of many at once, on connections of their own', async () => {
    const others = [database.openAnother(), database.openAnother()].map(
      (open) => new RosterStore(scene.process(open).store),
    );
    for (let round = 1; round <= 5; round += 1) {
      const claims = [rosters, ...others, rosters, ...others].map((each) => each.claim(course));
      const begun = (await Promise.all(claims)).filter((walk) => walk !== undefined);

      expect(begun.map(({ number }) => number)).to.deep.equal([round]);
      scene.clock.advance(901);
    }
  });

  it('is nobody else’s for a quarter of an hour, and may be begun again at once when it has ended', async () => {
    const walk = await rosters.claim(course);
    scene.clock.advance(899);
    expect(await rosters.claim(course)).to.equal(undefined);
    if (walk) await rosters.giveUp(walk, null);

    expect((await rosters.claim(course))?.number).to.equal(2);
  });

  it('is not begun for an old roster that another process has read in the meantime', async () => {
    const late = new RosterStore({
      ...{ knex: scene.store.knex, now: () => scene.store.now() },
      after: (seconds: number) => scene.store.after(seconds),
      async write<T>(work: Parameters<typeof scene.store.write<T>>[0]): Promise<T> {
        const walk = await rosters.claim(course, 600);
        if (walk) await rosters.finish(walk, []);
        return scene.store.write(work);
      },
    } as typeof scene.store);

    expect(await late.claim(course, 600)).to.equal(undefined);
    expect(await rosters.claim(course, 600)).to.equal(undefined);
    scene.clock.advance(601);
    expect((await rosters.claim(course, 600))?.number).to.equal(2);
  });

  it('that was begun again elsewhere keeps nothing, ends nothing and gives nothing up', async () => {
    const slow = await rosters.claim(course);
    scene.clock.advance(901);
    const other = await rosters.claim(course);
    if (!slow || !other) return expect.fail('Both are begun.');
    const somebody = {
      sub: 's1',
      name: '',
      firstName: '',
      lastName: '',
      email: '',
      roles: [],
      isGone: false,
    };

    expect(await rejection(rosters.keep(slow, [somebody]))).to.be.instanceOf(Superseded);
    expect(await rejection(rosters.finish(slow, ['teacher']))).to.be.instanceOf(Superseded);
    await rosters.giveUp(slow, 'failed');
    expect(await scene.member('s1')).to.equal(undefined);
    expect(await scene.isIn('teacher')).to.equal(true);
    const row = await scene.courseRow(course);
    expect([row?.roster_problem, row?.roster_claimed_until !== null]).to.deep.equal([null, true]);
    await rosters.keep(other, [somebody]);
    await rosters.finish(other, []);
    expect((await scene.courseRow(course))?.roster_whole_walk).to.equal(2);
  });

  it('finds those as they are whom a launch has added at the same time', async () => {
    const walk = await rosters.claim(course);
    if (!walk) return expect.fail('It is begun.');
    const another = new RosterStore(scene.process(database.openAnother()).store);
    const named = (sub: string) => ({
      ...{ sub, name: `Ada ${sub}`, firstName: 'Ada', lastName: sub, email: '' },
      ...{ roles: ['Learner'], isGone: false },
    });
    const people = Array.from({ length: 700 }, (_, index) => named(`s${index}`));
    let keeping: Promise<void> | undefined;
    await scene.store.write(async (transaction) => {
      await transaction('seance_lti_member').insert({
        ...{ id: 'of-a-launch', platform_id: walk.course.platform_id, subject: 's650', email: '' },
        ...{ name: 'Ada s650', first_name: 'Ada', last_name: 's650' },
      });
      keeping = another.keep(walk, people);
      await letOthersRun();
    });
    await keeping;

    expect((await scene.member('s650'))?.id).to.equal('of-a-launch');
    expect((await scene.membership('s650'))?.member_id).to.equal('of-a-launch');
    expect(await scene.learnerNames(course)).to.have.length(700);
  });

  it('is begun in no course that is unknown, or has no roster', async () => {
    const { courseId } = await scene.launch('teacher', 'Instructor', { membershipsUrl: null });
    expect(await rosters.claim(courseId)).to.equal(undefined);
    expect(await rosters.claim('unknown')).to.equal(undefined);
    expect(await rosters.confirmLeavers('unknown')).to.equal(0);
  });
});
