import { expect } from 'chai';
import { rosterFacts } from '../../src/lti/roster-facts.js';
import { type CourseFacts, whatWorks } from '../../src/lti/what-works.js';
import { onEveryDatabase } from '../support/databases.js';
import { learner, learners } from './nrps-peer.js';
import { learnerRole, RosterScene } from './roster-scene.js';

const readAt = '2026-11-30T08:00:00Z';
const facts: CourseFacts = {
  ...{ hasRoster: true, readAt, problem: null, leavers: null },
  ...{ people: 12, named: 12, withEmail: 12, withTimeZone: 12 },
  ...{ startsOn: '2026-09-01', endsOn: '2027-06-30', hasGrades: true },
};

describe('What works in a course', () => {
  it('is all that the platform gives, but for groups', () => {
    expect(whatWorks(facts)).to.deep.equal({
      roster: { state: 'read', people: 12, readAt, problem: null, leavers: null },
      ...{ names: 'all', emails: 'all', timeZone: 'all', groups: 'none', period: 'all', grades: true },
    });
  });

  it('is little where the platform gives little', () => {
    const none = { named: 0, withEmail: 0, withTimeZone: 0, startsOn: null, endsOn: null, hasGrades: false };
    expect(whatWorks({ ...facts, ...none, hasRoster: false })).to.deep.equal({
      roster: { state: 'missing', people: 12, readAt: null, problem: null, leavers: null },
      ...{ names: 'none', emails: 'none', timeZone: 'none', groups: 'none', period: 'none', grades: false },
    });
  });

  it('says what is told of some people alone, and the problem of a roster beside what was read before', () => {
    const some = { named: 11, withEmail: 1, withTimeZone: 3, endsOn: null };
    const works = whatWorks({ ...facts, ...some, problem: 'refused', leavers: 5 });

    expect(works).to.deep.include({ names: 'some', emails: 'some', timeZone: 'some', period: 'some' });
    expect(works.roster).to.deep.equal({ state: 'read', people: 12, readAt, problem: 'refused', leavers: 5 });
  });

  it('says that a roster was never read as a whole', () => {
    const { roster } = whatWorks({ ...facts, readAt: null, problem: 'no-answer' });
    expect([roster.state, roster.problem]).to.deep.equal(['unread', 'no-answer']);
  });

  it('says of nobody that nothing is told', () => {
    const nobody = { people: 0, named: 0, withEmail: 0, withTimeZone: 0 };
    expect(whatWorks({ ...facts, ...nobody })).to.include({
      names: 'none',
      emails: 'none',
      timeZone: 'none',
    });
  });
});

onEveryDatabase('What is known of a course', (database) => {
  const scene = new RosterScene(database);

  beforeEach(() => scene.begin());
  afterEach(() => scene.end());

  it('counts who is in it now, and of whom the platform tells a name, an e-mail and a time zone', async () => {
    const course = await scene.course();
    scene.peer.members = [
      ...learners(2),
      learner('s3', { email: '' }),
      { user_id: 's4', roles: [learnerRole] },
      { user_id: 's5', roles: [learnerRole], name: 'Participant Blue' },
    ];
    const user = { sub: 's2', name: 'Ada s2', firstName: 'Ada', lastName: 's2', email: '' };
    await scene.launch('s2', learnerRole, { user: { ...user, locale: null, timeZone: 'Europe/Paris' } });
    await scene.walk(course);

    expect(await rosterFacts(scene.store, course)).to.deep.equal({
      ...{ hasRoster: true, readAt: scene.store.now(), problem: null, leavers: null },
      ...{ people: 6, named: 5, withEmail: 2, withTimeZone: 1, startsOn: null, endsOn: null },
      hasGrades: false,
    });
  });

  it('is nothing of a course that is unknown, and little of one that has no people', async () => {
    expect(await rosterFacts(scene.store, 'unknown')).to.equal(undefined);
    const course = await scene.course();
    await scene.store.knex('seance_lti_membership').delete();
    expect(await rosterFacts(scene.store, course)).to.include({ people: 0, named: 0, withEmail: 0 });
  });
});
