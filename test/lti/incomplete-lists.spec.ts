import { expect } from 'chai';
import { ltiDirectory } from '../../src/lti/lti-ports.js';
import { onEveryDatabase, onSqlite } from '../support/databases.js';
import { type CourseVisit, visitCourse } from './course-visit.js';
import { type CourseRole, firstOf } from './lms/course.js';
import { Lms } from './lms/lms.js';
import { LtiTool } from './lti-tool.js';
import { learnerRole, RosterScene } from './roster-scene.js';
import { learners } from './nrps-peer.js';

interface People {
  readonly items: readonly { readonly id: string; readonly name: string }[];
}

onSqlite('A course of a platform without a roster', (database) => {
  let lms: Lms;
  let tool: LtiTool;

  beforeEach(async () => {
    lms = await Lms.start({ profile: 'ilias' });
    tool = await LtiTool.start(lms, database.address);
    await tool.register(lms);
  });

  afterEach(async () => {
    await tool.stop();
    await lms.stop();
  });

  const visit = (role: CourseRole): Promise<CourseVisit> =>
    visitCourse(lms, tool, { member: firstOf(lms.course, role) });

  const nameOf = (role: CourseRole): string => {
    const { given, family } = firstOf(lms.course, role);
    return `${given} ${family}`;
  };

  it('has those who were launched, whom staff enrol by name, and says that there may be others', async () => {
    const staff = await visit('instructor');
    const hours = { start: '2031-03-03T09:00', end: '2031-03-03T10:00' };
    const { id } = await staff.ask<{ readonly id: string }>('/seances', {
      ...{ name: 'Atelier', enrolmentMode: 'manual', ...hours },
    });
    expect(await staff.ask('')).to.deep.include({ listsEverybody: false });
    expect(await staff.ask(`/seances/${id}/candidates`)).to.deep.include({ items: [], total: 0 });

    await visit('learner');
    const { items: candidates } = await staff.ask<People>(`/seances/${id}/candidates`);
    expect(candidates.map(({ name }) => name)).to.deep.equal([nameOf('learner')]);
    const trainers = await staff.ask<People>('/trainers');
    expect(trainers.items.map(({ name }) => name)).to.deep.equal([nameOf('instructor')]);

    const userIds = candidates.map((person) => person.id);
    await staff.ask(`/seances/${id}/enrolments`, { userIds });
    const { items } = await staff.ask<{ readonly items: readonly { readonly user: { id: string } }[] }>(
      `/seances/${id}/enrolments`,
    );
    expect(items.map(({ user }) => user.id)).to.deep.equal(userIds);
    expect(await staff.ask('')).to.deep.include({ listsEverybody: false });
  });

  it('has in an automatic séance whoever is launched, from then on', async () => {
    const staff = await visit('instructor');
    const { id } = await staff.ask<{ readonly id: string }>('/seances', {
      ...{ name: 'Assemblée', enrolmentMode: 'automatic' },
      ...{ start: '2031-03-03T09:00', end: '2031-03-03T10:00' },
    });
    const count = async () => (await staff.ask<{ enrolledCount: number }>(`/seances/${id}`)).enrolledCount;
    expect(await count()).to.equal(0);
    await visit('learner');
    expect(await count()).to.equal(1);
  });
});

onEveryDatabase('The lists of a course with a roster', (database) => {
  const scene = new RosterScene(database);

  beforeEach(() => scene.begin());
  afterEach(() => scene.end());

  const listsEverybody = async (course: string): Promise<boolean | undefined> =>
    (await ltiDirectory(scene.store).space(course))?.listsEverybody;

  it('may be incomplete until it was read as a whole, and not from then on', async () => {
    const course = await scene.course();
    expect(await listsEverybody(course)).to.equal(false);
    scene.peer.members = learners(3);
    scene.peer.instead = (_, response) => response.writeHead(500).end();
    await scene.walk(course);
    expect(await listsEverybody(course)).to.equal(false);

    scene.peer.instead = undefined;
    await scene.walk(course);
    expect(await listsEverybody(course)).to.equal(true);
  });

  it('may be incomplete again once the platform has no roster any more', async () => {
    const course = await scene.course();
    scene.peer.members = learners(3);
    await scene.walk(course);
    await scene.launch('s1', learnerRole, { membershipsUrl: null });

    expect((await scene.courseRow(course))?.memberships_url).to.equal(null);
    expect(await listsEverybody(course)).to.equal(false);
  });
});
