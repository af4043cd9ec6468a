import { expect } from 'chai';
import { KnexUnitOfWork } from '../../src/adapters/knex/knex-unit-of-work.js';
import { storeLog } from '../support/attendance-logs.js';
import { onDatabase } from '../support/databases.js';
import { Campus } from '../application/repetition/campus/campus.js';
import { run } from './command.js';

onDatabase('seances check', (database) => {
  const check = () => run(['check', '--database', database.address]);
  let campus: Campus;
  let id: string;

  before(async () => {
    campus = new Campus(database.knex);
    const when = { start: '2998-07-01T09:00', end: '2998-07-01T11:00' };
    ({ id } = await campus.create({ ...when, enrolmentMode: 'public', capacity: 1 }));
    await campus.request('POST', `demo/seances/${id}/enrolments`, { userIds: ['learner1', 'learner2'] });
  });

  it('says that all is well, and ends with 0, when it is', async () => {
    expect(await check()).to.deep.equal({ code: 0, errors: '', output: 'The books add up.\n' });
  });

  it('ends with 1 and says where when a counter is not what the rows are', async () => {
    await database.knex('seance').where({ id }).update({ enrolled_count: 0 });
    const { code, output } = await check();
    expect(code).to.equal(1);
    expect(output).to.contain(`counters ${id}: counts 0 enrolled and 1 waiting, has 1 and 1\n`);
    await database.knex('seance').where({ id }).update({ enrolled_count: 1 });
  });

  it('finds fault with a queue beside a free place, unless a setting holds it up', async () => {
    await database.knex('seance').where({ id }).update({ capacity: 2 });
    expect(await check()).to.deep.include({
      code: 1,
      output: `stalled-queue ${id}: 1 wait, 1 of 2 places are taken\n1 errors.\n`,
    });
    await database.knex('seance_setting').insert({ name: 'promotion', value: '"staff"' });
    expect((await check()).code).to.equal(0);
    await database.knex('seance_setting').update({ value: 'staff' });
    const { code, errors } = await check();
    expect(code, 'with the default of a setting that is stored wrongly').to.equal(1);
    expect(errors).to.contain('{"setting":"promotion","fault":"no-json"}');
    await database.knex('seance_setting').update({ value: '"staff"' });
  });

  it('finds what two writers would do who do not see each other: numbers given twice, counters that lost one', async () => {
    const { id: other } = await campus.create({});
    const events = () => database.knex('seance_event').where({ seance_id: id });
    const highest = Math.max(...((await events().pluck('number')) as number[]));
    await events().where({ number: highest }).update({ number: 1 });
    await database.knex('seance').where({ id }).update({ event_count: 0, comment_count: 2 });
    const series = { series_id: 'series', series_number: 3 };
    await database.knex('seance').whereIn('id', [id, other]).update(series);
    const { code, output } = await check();

    expect(code).to.equal(1);
    expect(output.trimEnd().split('\n')).to.deep.equal([
      `comment-count ${id}: counts 2 informations, has 0`,
      `event-numbers ${id}: 2 events have the number 1`,
      `event-numbers ${id}: counts 0 events, the last has the number ${highest - 1}`,
      'series-numbers series: 2 séances of the series have the number 3',
      '4 errors.',
    ]);
  });

  it('ends with 1 and says where when presence counts other entries or marks than there are', async () => {
    const { slot } = await storeLog(new KnexUnitOfWork(database.open));
    const of = () => database.knex('seance_attendance_slot').where({ seance_id: slot.seanceId });
    const before = (await check()).output;
    await of().update({ mark_count: 3 });
    const counted = (await check()).output;
    await of().update({ mark_count: 2, last_hash: 'other' });
    const ended = (await check()).output;
    await database.knex('seance_attendance_entry').where({ number: 2 }).delete();
    const missing = (await check()).output;

    expect(before).not.to.contain('presence');
    expect(counted).to.contain(
      `presence ${slot.seanceId}: slot 1 counts 5 entries and 3 marks, has 5 and 2, the last with the number 5\n`,
    );
    expect(ended).to.contain(`presence ${slot.seanceId}: slot 1 counts 5 entries and 2 marks, has 5 and 2`);
    expect(missing).to.contain(`presence ${slot.seanceId}: slot 1 counts 5 entries and 2 marks, has 4 and 2`);
  });
});
