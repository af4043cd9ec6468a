import { expect } from 'chai';
import { type Directory, type LearnerSearch, type Person } from '../../../src/ports/directory.js';
import type { PageOf } from '../../../src/domain/page.js';
import type { NoticePage } from '../../../src/application/notice/own-notices.js';
import { onDatabase } from '../../support/databases.js';
import { rejection } from '../../support/rejections.js';
import { NoticesUnderTest } from './notices-under-test.js';

const many = 10_000;
/** How long somebody who tells a set is waited for, in seconds. */
const claim = 300;

onDatabase('Ten thousand people of an automatic séance', (database) => {
  it('are told once each, page by page, whoever tells them dies in the middle', async () => {
    const real = new NoticesUnderTest(database, many);
    const { id } = await real.campus.create({ enrolmentMode: 'automatic' });
    await real.campus.request('POST', `demo/seances/${id}/cancel`, {});
    real.pass(120);
    await real.derive();
    const pages = new Pages(real.campus.host.directory);
    pages.dieAt = 6;
    expect(String(await rejection(real.tell()))).to.contain('dead');
    const [before] = await database.knex('seance_notice').count({ told: 'id' });
    expect(before?.told).to.equal(5_000);
    pages.dieAt = undefined;
    await real.tell();
    expect(
      await database.knex('seance_notice').count({ told: 'id' }),
      'as long as it is claimed',
    ).to.deep.equal([before]);
    real.pass(claim);
    await real.tell();

    const told = database.knex('seance_notice').countDistinct({ people: 'user_id' }).count({ told: 'id' });
    expect(await told).to.deep.equal([{ people: many, told: many }]);
    expect(pages.sizes.every((size) => size <= 1_000)).to.equal(true);
  }).timeout(60_000);
});

onDatabase('A series of 200 that is moved twice within a minute', (database) => {
  it('is one notice for each person, with the list of theirs, from where they were to where they are', async () => {
    const real = new NoticesUnderTest(database, 2);
    const { campus } = real;
    const first = await campus.create({ enrolmentMode: 'public', trainerIds: ['trainer2'] });
    const { seriesId } = await campus.repeat(first.id, { weekdays: ['TU'], weeks: 199 });
    const ids = (await campus.series(seriesId)).map(({ id }) => id);
    expect(ids).to.have.length(200);
    const path = `demo/seances/${first.id}/enrolments`;
    await campus.request('POST', `${path}?scope=all`, { userIds: ['learner1'] });
    await campus.request('POST', path, { userIds: ['learner2'] });
    real.pass(600);
    await real.derive();
    await real.tell();
    await database.knex('seance_notice').delete();
    for (const hour of ['13', '15']) {
      await campus.edit(first.id, { start: `2025-03-03T${hour}:00`, end: `2025-03-03T${hour}:30` }, 'all');
      real.pass(30);
      await real.derive();
      await real.tell();
    }
    real.pass(600);
    await real.tell();

    for (const [who, theirs] of [
      ['learner1', ids],
      ['learner2', ids.slice(0, 1)],
      ['trainer2', ids],
    ] as const) {
      const { body } = await campus.request<NoticePage>('GET', '../me/notices', undefined, {
        'x-actor': who,
      });
      expect(body.total, who).to.equal(1);
      const { seances = [], data } = body.items[0] ?? {};
      expect(
        seances.map((one) => one.id),
        who,
      ).to.have.members(theirs);
      const start = { before: '2025-03-03T10:00', after: '2025-03-03T15:00' };
      expect(data?.changes.find(({ seanceId }) => seanceId === first.id)).to.deep.include({ start });
    }
  }).timeout(60_000);
});

/** Looks at what a directory is asked, and dies where it is told to. */
class Pages {
  readonly sizes: number[] = [];
  dieAt: number | undefined;

  constructor(directory: Directory) {
    const learners = directory.learners.bind(directory);
    directory.learners = (session: string, search: LearnerSearch): Promise<PageOf<Person>> => {
      this.sizes.push(search.size);
      return search.page === this.dieAt ? Promise.reject(new Error('dead')) : learners(session, search);
    };
  }
}
