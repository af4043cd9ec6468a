import { expect } from 'chai';
import { onEveryDatabase } from '../support/databases.js';
import { rejection } from '../support/rejections.js';
import { latch } from '../support/latch.js';
import { learner, learners } from './nrps-peer.js';
import { learnerRole, RosterScene, staffRole } from './roster-scene.js';

const teacher = learner('teacher', { roles: ['Instructor'] });

onEveryDatabase('A roster', (database) => {
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

  it('is read page by page to its end', async () => {
    list(...learners(2_300));
    scene.peer.pageSize = 50;

    expect(await scene.walk(course)).to.equal('whole');

    expect(scene.peer.pageRequests).to.have.length(47);
    expect(scene.peer.pageRequests[0]).to.deep.include({ url: '/members?limit=500' });
    const { accept, authorization } = scene.peer.pageRequests[46]?.headers ?? {};
    expect([accept, authorization]).to.deep.equal([
      'application/vnd.ims.lti-nrps.v2.membershipcontainer+json',
      'Bearer token-1',
    ]);
    const { roster_read_at: readAt, roster_problem: problem } = (await scene.courseRow(course)) ?? {};
    expect([readAt, problem]).to.deep.equal([scene.store.now(), null]);
    expect(await scene.store.knex('seance_lti_membership').pluck('member_id')).to.have.length(2_301);
  });

  it('says who is a trainer and who a learner, in each spelling of a role', async () => {
    const roles = {
      a: 'http://purl.imsglobal.org/vocab/lis/v2/membership#Learner',
      b: 'Learner',
      c: 'LEARNER',
      d: 'http://purl.imsglobal.org/vocab/lis/v2/membership/Instructor#TeachingAssistant',
      e: 'Instructor',
      f: 'Observer',
    };
    list(...Object.entries(roles).map(([id, role]) => learner(id, { roles: [role] })));
    await scene.walk(course);

    const standings = await Promise.all(Object.keys(roles).map((id) => scene.membership(id)));
    const as = standings.map((row) => [Boolean(row?.is_trainer), Boolean(row?.is_learner)]);
    const [trainer, isLearner, neither] = [
      [true, false],
      [false, true],
      [false, false],
    ];
    expect(as).to.deep.equal([isLearner, isLearner, isLearner, trainer, trainer, neither]);
  });

  it('names who is not named "Participant", keeps e-mails, and takes no variable for a text', async () => {
    list(
      { user_id: 's1', roles: [learnerRole] },
      learner('s2', { name: '$Person.name.full', given_name: '$Person.name.given', family_name: 'Zoé' }),
      learner('s3', { email: '$Person.email.primary' }),
    );
    await scene.walk(course);

    const [first, second, third] = await Promise.all(['s1', 's2', 's3'].map((id) => scene.member(id)));
    expect(first?.name).to.equal(`Participant ${first?.id.slice(-4)}`);
    expect([second?.name, second?.email]).to.deep.equal(['Zoé', 's2@example.org']);
    expect([third?.name, third?.email]).to.deep.equal(['Ada s3', '']);
  });

  it('that withholds a name leaves the one that a launch has told', async () => {
    await scene.launch('s1');
    list({ user_id: 's1', roles: [learnerRole] });
    await scene.walk(course);

    expect((await scene.member('s1'))?.name).to.equal('Ada s1');
    expect(scene.running.told).to.deep.equal([]);
  });

  it('leaves out whoever has no id, or one that is longer than ids are', async () => {
    list({ roles: [learnerRole], name: 'Nobody' }, learner('x'.repeat(256)), learner('s1'));
    scene.peer.members = [...scene.peer.members, null, 'somebody'] as unknown as typeof scene.peer.members;

    expect(await scene.walk(course)).to.equal('whole');
    expect(await scene.learnerNames(course)).to.deep.equal(['Ada s1']);
  });

  it('takes somebody off after two whole walks without them, and tells the plugin', async () => {
    list(...learners(10));
    await scene.walk(course);
    list(...learners(9));
    await scene.walk(course);
    expect(await scene.isIn('s10')).to.equal(true);

    await scene.walk(course);
    expect(await scene.isIn('s10')).to.equal(false);
    const userId = (await scene.member('s10'))?.id;
    expect(scene.running.told).to.deep.equal([{ type: 'learner.left', sessionId: course, userId }]);
    await scene.walk(course);
    expect(scene.running.told).to.have.length(1);
  });

  it('counts walks that did not come to their end neither for nor against anybody', async () => {
    list(...learners(10));
    await scene.walk(course);
    list(...learners(9));
    await scene.walk(course);
    scene.peer.instead = (_, response) => response.writeHead(500).end();
    expect(await scene.walk(course)).to.equal('failed');
    expect(await scene.walk(course)).to.equal('failed');
    expect(await scene.isIn('s10')).to.equal(true);

    scene.peer.instead = undefined;
    await scene.walk(course);
    expect(await scene.isIn('s10')).to.equal(false);
  });

  it('begins to count again for who was seen in between', async () => {
    list(...learners(10));
    await scene.walk(course);
    list(...learners(9));
    await scene.walk(course);
    list(...learners(10));
    await scene.walk(course);
    list(...learners(9));
    await scene.walk(course);

    expect(await scene.isIn('s10')).to.equal(true);
  });

  for (const status of ['Inactive', 'Deleted'])
    it(`takes off at once who is ${status}, and no one who is also active`, async () => {
      list(...learners(10));
      await scene.walk(course);
      const [both, gone] = [learner('s9', { status }), learner('s10', { status })];
      list(...learners(9), both, gone, learner('s11', { status }));
      await scene.walk(course);

      expect(await scene.isIn('s9')).to.equal(true);
      expect(await scene.isIn('s10')).to.equal(false);
      expect(await scene.member('s11')).to.equal(undefined);
      expect(scene.running.told.map(({ type }) => type)).to.deep.equal(['learner.left']);
    });

  it('keeps who came by a launch alone until two whole walks, begun after their visit, are without them', async () => {
    list(...learners(9));
    await scene.walk(course);
    scene.clock.advance(1_200);
    await scene.launch('guest');
    // In the middle of the visit: the first walk that counts is the next one.
    await scene.running.roster.refresh(course);
    await scene.walk(course);
    expect(await scene.isIn('guest')).to.equal(true);

    await scene.walk(course);
    expect(await scene.isIn('guest')).to.equal(false);
    expect(scene.running.told.map(({ type }) => type)).to.deep.equal(['learner.left']);
  });

  it('keeps who is launched again and again', async () => {
    list(...learners(9));
    for (let day = 0; day < 4; day += 1) {
      await scene.launch('guest');
      await scene.walk(course);
    }

    expect(await scene.isIn('guest')).to.equal(true);
  });

  it('knows who was gone and is back as the same member', async () => {
    list(...learners(10));
    await scene.walk(course);
    const before = await scene.member('s10');
    list(...learners(9));
    await scene.walk(course);
    await scene.walk(course);
    list(...learners(10));
    await scene.walk(course);

    expect(await scene.isIn('s10')).to.equal(true);
    expect((await scene.member('s10'))?.id).to.equal(before?.id);
  });

  it('tells a new name, sorts by it in each course, and tells no first one', async () => {
    list(...learners(3));
    await scene.walk(course);
    expect(scene.running.told).to.deep.equal([]);

    const context = { id: 'course-2', title: 'Other', startsAt: null, endsAt: null };
    const other = await scene.launch('s1', learnerRole, { context });
    await scene.launch('s9', learnerRole, { context });
    list(learner('s1', { name: 'Ada Zorn', family_name: 'Zorn' }), ...learners(2, 2));
    await scene.walk(course);
    const renamed = {
      ...{ type: 'user.renamed', userId: other.memberId, name: 'Ada Zorn' },
      ...{ firstName: 'Ada', lastName: 'Zorn' },
    };
    expect(scene.running.told).to.deep.equal([renamed]);
    expect(await scene.learnerNames(other.courseId)).to.deep.equal(['Ada s9', 'Ada Zorn']);
  });

  it('tells a name that a launch has changed as well', async () => {
    list(...learners(3));
    await scene.walk(course);
    const user = { sub: 's1', name: 'Eva S', firstName: 'Eva', lastName: 'S', email: '' };
    await scene.launch('s1', learnerRole, { user: { ...user, locale: null, timeZone: null } });
    await scene.running.worker.run();

    expect(scene.running.told).to.deep.include({
      ...{ type: 'user.renamed', userId: (await scene.member('s1'))?.id },
      ...{ name: 'Eva S', firstName: 'Eva', lastName: 'S' },
    });
  });

  it('tells that somebody is no learner any more who has become a trainer', async () => {
    list(...learners(3));
    await scene.walk(course);
    list(learner('s1', { roles: [staffRole] }), ...learners(2, 2));
    await scene.walk(course);

    expect(scene.running.told).to.deep.equal([
      { type: 'learner.left', sessionId: course, userId: (await scene.member('s1'))?.id },
    ]);
  });

  it('tells the next time what the plugin did not hear, and nothing that is not true any more', async () => {
    list(...learners(10));
    await scene.walk(course);
    list(...learners(8));
    await scene.walk(course);
    scene.beforeTelling = () => Promise.reject(new Error('the plugin is down'));
    expect(String(await rejection(scene.walk(course)))).to.match(/the plugin is down/);
    expect(await scene.isIn('s10')).to.equal(false);

    scene.beforeTelling = () => Promise.resolve();
    await scene.launch('s9');
    await scene.running.worker.run();
    const userId = (await scene.member('s10'))?.id;
    expect(scene.running.told).to.deep.equal([{ type: 'learner.left', sessionId: course, userId }]);
  });

  it('is read by one of two processes at once', async () => {
    list(...learners(3));
    const isAsked = latch();
    const answered = latch();
    scene.peer.instead = (_, response) => {
      isAsked.open();
      void answered.opened.then(() => response.end(JSON.stringify({ members: learners(3) })));
      return true;
    };
    const other = scene.process(database.openAnother());
    scene.clock.advance(1_800);
    const reading = Promise.all([scene.running.roster.refresh(course), other.roster.refresh(course)]);
    await isAsked.opened;
    expect(await other.roster.refresh(course)).to.equal('not-begun');
    answered.open();

    expect([...(await reading)].sort()).to.deep.equal(['not-begun', 'whole']);
    expect(scene.peer.pageRequests).to.have.length(1);
  });

  it('is read by another process when the one that began was too slow, which then keeps nothing', async () => {
    list(...learners(3));
    const isAsked = latch();
    const answered = latch();
    scene.peer.instead = (_, response) => {
      scene.peer.instead = undefined;
      isAsked.open();
      void answered.opened.then(() => response.end(JSON.stringify({ members: learners(5) })));
      return true;
    };
    const slow = scene.running.roster.refresh(course);
    await isAsked.opened;
    scene.clock.advance(901);
    expect(await scene.process(database.openAnother()).roster.refresh(course)).to.equal('whole');
    answered.open();

    expect(await slow).to.equal('endless');
    expect(await scene.learnerNames(course)).to.have.length(3);
    expect((await scene.courseRow(course))?.roster_problem).to.equal(null);
  });

  it('says nothing of whoever has the same id in another tenant of the platform', async () => {
    const more = { deploymentId: 'deployment-2' };
    const other = await scene.launch('s1', learnerRole, more);
    list(learner('s1', { name: 'Eva', given_name: 'Eva' }), learner('s2'));
    await scene.walk(course);
    list(learner('s1', { status: 'Inactive' }), learner('s2'), learner('s3'), learner('s4'));
    await scene.walk(course);
    await scene.walk(course);

    expect(await scene.learnerNames(course)).to.deep.equal(['Ada s2', 'Ada s3', 'Ada s4']);
    expect(await scene.learnerNames(other.courseId)).to.deep.equal(['Ada s1']);
  });
});
