import { expect } from 'chai';
import type { PersonAttendance, PluginEvent } from '../../src/index.js';
import { gradeParts } from '../../src/lti/grade-parts.js';
import { Keys } from '../../src/lti/keys.js';
import { Registrations } from '../../src/lti/registrations.js';
import { onEveryDatabase } from '../support/databases.js';
import { AgsPeer } from './ags-peer.js';
import { learnerRole, RosterScene } from './roster-scene.js';

onEveryDatabase('Presence as a grade', (database) => {
  const scene = new RosterScene(database);
  let platform: AgsPeer;
  let courseId: string;
  let people: PersonAttendance[];
  const memberIds = new Map<string, string>();

  const process = () =>
    gradeParts({
      store: scene.store,
      registrations: new Registrations(scene.store),
      keys: new Keys(scene.store, undefined),
      logger: scene.logger,
      judgement: { allowHttp: true, allowPrivate: false },
      attendance: (id) => Promise.resolve(id === courseId ? people : []),
    }).grades;
  const hear = (type: string) =>
    process().hear({ type, sessionId: courseId, spaceId: courseId } as PluginEvent);
  const attended = (subject: string, count: number, halfDays: number): PersonAttendance => ({
    ...{ userId: memberIds.get(subject) ?? '', name: subject, minutes: count * 60 },
    ...{ attended: count, halfDays },
  });
  const launch = async (subject: string) => {
    const launched = await scene.launch(subject, learnerRole, { lineItemsUrl: `${platform.origin}/items` });
    memberIds.set(subject, launched.memberId);
    return launched.courseId;
  };

  beforeEach(async () => {
    platform = new AgsPeer();
    await platform.start();
    await scene.begin();
    await database.knex('seance_lti_grade').delete();
    // Tokens are the platform's that takes the grades.
    await database.knex('seance_lti_registration').update({ token_url: `${platform.origin}/token` });
    courseId = await launch('s1');
    await launch('s2');
    people = [attended('s1', 3, 4), attended('s2', 1, 3)];
  });

  afterEach(async () => {
    await scene.end();
    platform.stop();
  });

  it('is sent when a half-day was closed: the share of half-days, in one column of the course', async () => {
    platform.columns.push({ id: `${platform.origin}/items/quiz`, label: 'Quiz' });
    await process().run();
    expect(platform.scores).to.deep.equal([]);
    await hear('attendance.marked');
    await process().run();
    expect(platform.scores).to.deep.equal([]);

    await hear('attendance.closed');
    await process().run();
    expect(platform.grades).to.deep.equal({ s1: 75, s2: 33.33 });
    expect(platform.scores[0]).to.deep.include({
      ...{ scoreMaximum: 100, activityProgress: 'Completed', gradingProgress: 'FullyGraded' },
      timestamp: scene.clock.now(),
    });
    expect(platform.columns.map(({ label, tag }) => [label, tag])).to.deep.equal([
      ['Quiz', undefined],
      ['Présence', 'seances-attendance'],
    ]);
    expect(platform.scopes[0]?.split(' ')).to.have.length(2);
  });

  it('is sent again when it was corrected, to whom it concerns, and only as it is in the end', async () => {
    await hear('attendance.closed');
    await process().run();
    people = [attended('s1', 3, 4), attended('s2', 2, 4)];
    await hear('attendance.corrected');
    people = [attended('s1', 3, 4), attended('s2', 3, 4)];
    await hear('attendance.corrected');
    await process().run();

    expect(platform.scores.map(({ userId, scoreGiven }) => [userId, scoreGiven])).to.deep.equal([
      ['s1', 75],
      ['s2', 33.33],
      ['s2', 75],
    ]);
    expect(platform.columns).to.have.length(1);
  });

  it('is tried again later when the platform does not take it, and sent then', async () => {
    platform.down = 503;
    await hear('attendance.closed');
    await process().run();
    platform.down = undefined;
    await process().run();
    expect(platform.scores).to.deep.equal([]);

    scene.clock.advance(1_800);
    await process().run();
    expect(platform.grades).to.deep.equal({ s1: 75, s2: 33.33 });
    expect((await scene.courseRow(courseId))?.grades_next_at).to.equal(null);
  });

  it('is sent to the others when the platform does not take that of one', async () => {
    platform.refused.set('s1', 500);
    await hear('attendance.closed');
    await process().run();
    expect(platform.grades).to.deep.equal({ s2: 33.33 });

    platform.refused.clear();
    scene.clock.advance(1_800);
    await process().run();
    expect(platform.scores.map(({ userId }) => userId)).to.deep.equal(['s2', 's1']);
  });

  it('is sent anew into another column when somebody has deleted the first', async () => {
    await hear('attendance.closed');
    await process().run();
    platform.columns = [{ id: `${platform.origin}/items/quiz`, label: 'Quiz' }];
    await hear('attendance.corrected');
    await process().run();
    expect(platform.scores).to.have.length(4);
  });

  it('loses no change that happens while it is sent', async () => {
    await hear('attendance.closed');
    const sending = process().run();
    people = [attended('s1', 4, 5), attended('s2', 1, 3)];
    await hear('attendance.closed');
    await sending;
    await process().run();
    expect(platform.grades).to.deep.equal({ s1: 80, s2: 33.33 });
  });

  it('is not sent of who has left the course, nor where the platform takes none', async () => {
    await database
      .knex('seance_lti_membership')
      .where({ member_id: memberIds.get('s2') })
      .update({
        is_active: false,
      });
    await hear('attendance.closed');
    await process().run();
    expect(platform.grades).to.deep.equal({ s1: 75 });

    await scene.launch('s1', learnerRole, { lineItemsUrl: null });
    people = [attended('s1', 0, 4)];
    await hear('attendance.closed');
    await process().run();
    expect(platform.grades).to.deep.equal({ s1: 75 });
  });
});
