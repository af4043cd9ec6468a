import { expect } from 'chai';
import { KnexUnitOfWork } from '../../../src/adapters/knex/knex-unit-of-work.js';
import { ForgetAttempts } from '../../../src/application/housekeeping/forget-attempts.js';
import type { SeanceView } from '../../../src/application/seance/seance-view.js';
import { Campus } from '../repetition/campus/campus.js';
import { onDatabase } from '../../support/databases.js';

const day = 24 * 60 * 60;

onDatabase('A request that is sent again under its key', (database) => {
  it('has its first answer for a day, and is done anew when housekeeping came after that', async () => {
    const campus = new Campus(database.knex);
    const housekeeping = new ForgetAttempts(new KnexUnitOfWork(database.open), campus.clock);
    const seance = {
      name: 'Atelier',
      start: '2025-03-03T10:00',
      end: '2025-03-03T11:00',
      enrolmentMode: 'manual',
    };
    const sent = async () => {
      const headers = { 'idempotency-key': 'again' };
      const { body } = await campus.request<SeanceView>('POST', 'demo/seances', seance, headers);
      return body.id;
    };
    const first = await sent();
    campus.clock.advance(day);
    await housekeeping.run();
    expect(await sent()).to.equal(first);

    campus.clock.advance(1);
    await housekeeping.run();
    const anew = await sent();
    expect(anew).to.be.a('string').and.to.not.equal(first);
    expect(await sent()).to.equal(anew);
  });

  it('leaves no download behind that cannot be fetched any more', async () => {
    const campus = new Campus(database.knex);
    const housekeeping = new ForgetAttempts(new KnexUnitOfWork(database.open), campus.clock);
    const kept = () => database.knex('seance_download').count({ count: '*' }).first();
    await campus.request('POST', '../downloads', { path: '/api/v1/spaces/demo/seances.csv' });
    campus.clock.advance(60);
    await housekeeping.run();
    expect(await kept()).to.deep.equal({ count: 1 });

    campus.clock.advance(1);
    await housekeeping.run();
    expect(await kept()).to.deep.equal({ count: 0 });
  });
});
