import { expect } from 'chai';
import { lineItemScope, scoreScope } from '../../src/lti/claims.js';
import { gradeParts } from '../../src/lti/grade-parts.js';
import { Keys } from '../../src/lti/keys.js';
import { Registrations } from '../../src/lti/registrations.js';
import { LtiStore } from '../../src/lti/store.js';
import { SystemClock } from '../../src/adapters/system/system-clock.js';
import { shiftInstant } from '../../src/domain/time/schedule.js';
import { onDatabase } from '../support/databases.js';
import { eventually } from '../support/eventually.js';
import { AgsPeer } from './ags-peer.js';
import { type CourseVisit, visitCourse } from './course-visit.js';
import { firstOf, type Member } from './lms/course.js';
import { Lms } from './lms/lms.js';
import { LtiTool } from './lti-tool.js';

const endpoint = 'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint';
const yesterday = shiftInstant(new SystemClock().now(), -24 * 3_600).slice(0, 10);

interface Attendance {
  readonly slots: readonly {
    readonly slot: number;
    readonly entries: readonly { readonly user: { readonly id: string; readonly name: string } }[];
  }[];
}

onDatabase('Presence in a course of a platform', (database) => {
  let [lms, tool]: [Lms?, LtiTool?] = [];
  const peer = new AgsPeer();

  beforeEach(async () => {
    await peer.start();
    lms = await Lms.start({ profile: 'moodle' });
    tool = await LtiTool.start(lms, database.address);
    await tool.register(lms);
    await database.knex('seance_lti_registration').update({ token_url: `${peer.origin}/token` });
  });

  afterEach(async () => {
    await tool?.stop();
    await lms?.stop();
    peer.stop();
  });

  /** Somebody who opens the tool in the course, where the platform takes grades. */
  const visit = (platform: Lms, served: LtiTool, member: Member): Promise<CourseVisit> => {
    const scope = [lineItemScope, scoreScope];
    const claims = { [endpoint]: { scope, lineitems: `${peer.origin}/items` } };
    return visitCourse(platform, served, { member, craft: { claims } });
  };

  /** What a process of the tool sends when its minute is over. */
  async function sendGrades({ plugin, logger }: LtiTool): Promise<void> {
    const store = new LtiStore(database.open, new SystemClock());
    const { grades } = gradeParts({
      ...{ store, registrations: new Registrations(store), keys: new Keys(store, undefined), logger },
      judgement: { allowHttp: true, allowPrivate: false },
      attendance: (id) => plugin.attendance(id),
    });
    await grades.run();
  }

  it('is a grade there once the half-day is closed, and another one when it was corrected', async () => {
    if (!lms || !tool) throw new Error('Nothing has started.');
    const [platform, served] = [lms, tool];
    const { course, profile } = platform;
    const [one, other] = course.members.filter(({ role }) => role === 'learner') as [Member, Member];
    const administrator = await visit(platform, served, firstOf(course, 'administrator'));
    await administrator.askAll('/admin/settings', { attendance: 'marks' }, 'PUT');
    const staff = await visit(platform, served, firstOf(course, 'instructor'));
    for (const member of [one, other]) await visit(platform, served, member);
    const { id } = await staff.ask<{ readonly id: string }>('/seances', {
      ...{ name: 'Atelier', enrolmentMode: 'automatic' },
      ...{ start: `${yesterday}T09:00`, end: `${yesterday}T10:00` },
    });
    const path = `/seances/${id}/attendance`;
    const { slots } = await staff.ask<Attendance>(path);
    const idOf = ({ given, family }: Member): string =>
      slots[0]?.entries.find(({ user }) => user.name === `${given} ${family}`)?.user.id ?? '';

    await staff.ask(`${path}/1/marks`, { marks: [{ userId: idOf(one), mark: 'present' }] }, 'PUT');
    await sendGrades(served);
    expect(peer.scores).to.deep.equal([]);

    await staff.ask(`${path}/1/close`, {});
    const [first, second] = [profile.subject(one), profile.subject(other)];
    await eventually(async () => {
      await sendGrades(served);
      expect(peer.grades).to.deep.equal({ [first]: 100, [second]: 0 });
    });

    const reason = 'Feuille papier';
    await staff.ask(`${path}/1/corrections`, { userId: idOf(other), mark: 'present', reason });
    await eventually(async () => {
      await sendGrades(served);
      expect(peer.grades).to.deep.equal({ [first]: 100, [second]: 100 });
    });
    expect(peer.scores).to.have.length(3);
  });
});
