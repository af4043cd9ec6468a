import { expect } from 'chai';
import { AboutCourses } from '../../src/lti/about-course.js';
import { ltiDirectory } from '../../src/lti/lti-ports.js';
import { onEveryDatabase } from '../support/databases.js';
import { learner, learners } from './nrps-peer.js';
import { learnerRole, RosterScene, staffRole } from './roster-scene.js';

const nameless = { name: '', firstName: '', lastName: '', email: '', locale: null, timeZone: null };

onEveryDatabase('What staff say of a course', (database) => {
  const scene = new RosterScene(database);
  let course: string;
  let about: AboutCourses;

  beforeEach(async () => {
    await scene.begin();
    course = await scene.course();
    about = new AboutCourses(scene.store);
  });

  afterEach(() => scene.end());

  const session = async () => (await ltiDirectory(scene.store).sessionsOf(course))[0];
  const names = async () => ((await about.read(course, 1))?.unnamed.items ?? []).map(({ name }) => name);

  /** A learner whom the platform does not name. */
  async function withheld(sub = 'blue'): Promise<string> {
    return (await scene.launch(sub, learnerRole, { user: { ...nameless, sub } })).memberId;
  }

  it('is its period, as far as the platform does not tell it', async () => {
    const typed = { startsOn: '2026-09-01', endsOn: '2027-06-30' };
    expect(await about.setPeriod(course, typed)).to.equal(undefined);
    expect(await session()).to.include(typed);

    const context = { id: 'course-1', title: 'Course', startsAt: '2026-10-05', endsAt: null };
    await scene.launch('teacher', staffRole, { context });
    expect(await session()).to.include({ startsOn: '2026-10-05', endsOn: '2027-06-30' });
    expect((await about.read(course, 1))?.isTold).to.deep.equal({ startsOn: true, endsOn: false });

    expect(await about.setPeriod(course, { startsOn: '', endsOn: '' })).to.equal(undefined);
    expect(await session()).to.include({ startsOn: '2026-10-05', endsOn: null });
  });

  it('is no period that ends before it begins, and no day that does not exist', async () => {
    const reversed = { startsOn: '2026-09-01', endsOn: '2026-08-31' };
    expect(await about.setPeriod(course, reversed)).to.equal('period-reversed');
    for (const endsOn of ['2026-02-30', '31/12/2026', 'soon'])
      expect(await about.setPeriod(course, { startsOn: '', endsOn })).to.equal('no-date');
    expect(await session()).to.include({ startsOn: null, endsOn: null });
  });

  it('is the name of whom the platform does not name, until it does', async () => {
    const id = await withheld();
    expect(await names()).to.deep.equal([`Participant ${id.slice(-4)}`]);
    expect(await about.setName(course, id, { firstName: ' Zoé ', lastName: 'Du\r\npont' })).to.equal(
      undefined,
    );
    expect(await names()).to.deep.equal(['Zoé Du pont']);
    expect(await scene.learnerNames(course)).to.include('Zoé Du pont');
    expect((await about.read(course, 1))?.works.names).to.equal('some');

    await withheld();
    expect(await names(), 'a launch that says nothing').to.deep.equal(['Zoé Du pont']);
    await scene.running.worker.run();
    expect(scene.running.told).to.deep.include({
      ...{ type: 'user.renamed', userId: id },
      ...{ name: 'Zoé Du pont', firstName: 'Zoé', lastName: 'Du pont' },
    });

    scene.peer.members = [learner('blue', { name: 'Bleu Ciel', given_name: 'Bleu', family_name: 'Ciel' })];
    await scene.walk(course);
    expect(await scene.learnerNames(course)).to.include('Bleu Ciel');
    expect(await names()).to.deep.equal([]);
    expect(await about.setName(course, id, { firstName: '', lastName: 'X' })).to.equal('no-such-person');
  });

  it('is a last name where it is one name alone, and nothing where it is none', async () => {
    const id = await withheld();
    await about.setName(course, id, { firstName: 'Zoé', lastName: '' });
    expect((await about.read(course, 1))?.unnamed.items[0]).to.include({
      ...{ name: 'Zoé', firstName: '', lastName: 'Zoé' },
    });
    await about.setName(course, id, { firstName: ' ', lastName: '\u200b' });
    expect((await about.read(course, 1))?.unnamed.items[0]).to.include({
      ...{ name: `Participant ${id.slice(-4)}`, firstName: '', lastName: '' },
    });
  });

  it('is nothing of people who are elsewhere, or have a name', async () => {
    const elsewhere = await scene.launch('red', learnerRole, {
      user: { ...nameless, sub: 'red' },
      context: { id: 'course-2', title: 'Other', startsAt: null, endsAt: null },
    });
    const named = await scene.launch('s1');
    const typed = { firstName: 'A', lastName: 'B' };
    for (const id of [elsewhere.memberId, named.memberId, 'nobody'])
      expect(await about.setName(course, id, typed)).to.equal('no-such-person');
  });

  it('has pages of fifty', async () => {
    scene.peer.members = learners(60).map((member) => ({
      ...(member as Readonly<Record<string, unknown>>),
      ...{ name: '', given_name: '', family_name: '' },
    })) as typeof scene.peer.members;
    await scene.walk(course);
    const [first, second] = [await about.read(course, 1), await about.read(course, 2)];

    expect(first?.unnamed.total).to.equal(60);
    expect([first?.unnamed.items.length, second?.unnamed.items.length]).to.deep.equal([50, 10]);
  });

  it('is for those whose visit lets them enrol, as long as it lasts', async () => {
    const teacher = await scene.launch('teacher', staffRole);
    const student = await scene.launch('s1');
    const isStaff = (id: string | null): Promise<boolean> => about.isStaff(course, id);

    expect(await isStaff(teacher.memberId)).to.equal(true);
    expect(await isStaff(student.memberId)).to.equal(false);
    expect(await isStaff(null)).to.equal(false);
    scene.clock.advance(901);
    expect(await isStaff(teacher.memberId)).to.equal(false);
  });
});
