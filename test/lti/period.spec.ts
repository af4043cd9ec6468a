import { expect } from 'chai';
import { periodOf } from '../../src/lti/period.js';
import { onDatabase } from '../support/databases.js';
import { learnerRole, RosterScene, staffRole } from './roster-scene.js';

describe('The period of a course in LTI', () => {
  const moodles = { startsAt: '2026-08-31T22:00:00+00:00', endsAt: '2027-06-30T21:59:59+00:00' };

  it('is of the days on which its instants are where staff are', () => {
    expect(periodOf(moodles, 'Europe/Brussels')).to.deep.equal({
      starts_on: '2026-09-01',
      ends_on: '2027-06-30',
    });
    expect(periodOf(moodles, 'America/New_York')).to.deep.equal({
      ...{ starts_on: '2026-08-31', ends_on: '2027-06-30' },
    });
  });

  it('is of the days that are written when nobody says where', () => {
    const written = { starts_on: '2026-08-31', ends_on: '2027-06-30' };

    expect(periodOf(moodles, null)).to.deep.equal(written);
    expect(periodOf(moodles, '99')).to.deep.equal(written);
  });

  it('is of days that have no hour, wherever staff are', () => {
    const days = { startsAt: '2026-09-01', endsAt: '2027-06-30T00:00:00' };

    expect(periodOf(days, 'Pacific/Auckland')).to.deep.equal({
      starts_on: '2026-09-01',
      ends_on: '2027-06-30',
    });
  });

  it('is open where a platform says nothing, or no day', () => {
    expect(periodOf({ startsAt: null, endsAt: 'summer' }, 'Europe/Brussels')).to.deep.equal({});
    expect(periodOf({ startsAt: '2026-13-01T00:00:00Z', endsAt: '' }, null)).to.deep.equal({});
  });
});

onDatabase('The period of a course that is launched', (database) => {
  const scene = new RosterScene(database);
  beforeEach(() => scene.begin());
  afterEach(() => scene.end());

  const context = { id: 'course-1', title: 'Course', startsAt: '2026-08-31T22:00:00Z', endsAt: null };
  const from = (timeZone: string | null) => ({
    context,
    user: { sub: 'a', name: 'Ada', firstName: '', lastName: '', email: '', locale: null, timeZone },
  });

  it('is where staff are, as the platform or else their browser says, and not where a learner is', async () => {
    const { courseId } = await scene.launch('a', staffRole, from('Europe/Brussels'));
    await scene.launch('b', learnerRole, {
      context,
      user: { ...from('America/New_York').user, sub: 'b' },
    });
    expect(await scene.courseRow(courseId)).to.deep.include({ starts_on: '2026-09-01', ends_on: null });
    await scene.launch('a', staffRole, from(null));

    expect(await scene.courseRow(courseId)).to.deep.include({ starts_on: '2026-09-01' });
  });
});
