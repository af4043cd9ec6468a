import { expect } from 'chai';
import { onEveryDatabase } from '../support/databases.js';
import { learner, learners } from './nrps-peer.js';
import { RosterScene } from './roster-scene.js';

const teacher = learner('teacher', { roles: ['Instructor'] });

onEveryDatabase('A roster that has shrunk', (database) => {
  const scene = new RosterScene(database);
  let course: string;

  beforeEach(async () => {
    await scene.begin();
    course = await scene.course();
  });

  afterEach(() => scene.end());

  const list = (...members: readonly object[]): void => {
    scene.peer.members = [teacher, ...members] as typeof scene.peer.members;
  };

  it('by more than 30 % takes nobody off until staff confirm it', async () => {
    list(...learners(19));
    await scene.walk(course);
    list(...learners(12));
    await scene.walk(course);
    await scene.walk(course);
    expect((await scene.courseRow(course))?.roster_leavers).to.equal(7);
    expect(await scene.learnerNames(course)).to.have.length(19);

    expect(await scene.running.roster.confirmLeavers(course)).to.equal(7);
    expect(await scene.learnerNames(course)).to.have.length(12);
    expect((await scene.courseRow(course))?.roster_leavers).to.equal(null);
    await scene.running.worker.run();
    expect(scene.running.told.filter(({ type }) => type === 'learner.left')).to.have.length(7);
    expect(await scene.running.roster.confirmLeavers(course)).to.equal(0);
  });

  it('asks staff nothing about whoever goes on with a visit', async () => {
    list(...learners(19));
    await scene.walk(course);
    list(...learners(11));
    await scene.walk(course);
    await scene.walk(course);
    const { memberId } = await scene.launch('s19');
    await scene.store
      .knex('seance_lti_membership')
      .where({ member_id: memberId })
      .update({ is_leaving: true });
    await scene.walk(course);

    expect(await scene.running.roster.confirmLeavers(course)).to.equal(7);
    expect(await scene.isIn('s19')).to.equal(true);
  });

  it('by 30 % takes them off without asking', async () => {
    list(...learners(19));
    await scene.walk(course);
    list(...learners(13));
    await scene.walk(course);
    await scene.walk(course);

    expect((await scene.courseRow(course))?.roster_leavers).to.equal(null);
    expect(await scene.learnerNames(course)).to.have.length(13);
  });

  it('asks staff nothing any more when those who were missing are back', async () => {
    list(...learners(19));
    await scene.walk(course);
    list();
    await scene.walk(course);
    await scene.walk(course);
    list(...learners(18));
    await scene.walk(course);

    expect((await scene.courseRow(course))?.roster_leavers).to.equal(null);
    expect(await scene.running.roster.confirmLeavers(course)).to.equal(0);
    expect(await scene.learnerNames(course)).to.have.length(18);
  });
});
