import { expect } from 'chai';
import type { RepetitionPreview } from '../../../src/application/repetition/repetition-preview.js';
import { onDatabase } from '../../support/databases.js';
import { Campus, type Problem } from './campus/campus.js';

const workshop = {
  name: 'Atelier',
  enrolmentMode: 'public',
  start: '2025-03-03T10:00',
  end: '2025-03-03T11:00',
  trainerIds: ['trainer1'],
  groupName: 'Matin',
};
const repetition = { weekdays: ['MO', 'WE'], weeks: 2, exceptDates: ['2025-03-12'] };

onDatabase('The preview of a creation with a repetition', (database) => {
  let campus: Campus;
  const path = 'demo/seances/repetitions/preview';

  beforeEach(() => {
    campus = new Campus(database.knex);
  });

  afterEach(async () => {
    for (const table of ['seance', 'seance_trainer', 'seance_closed_day', 'seance_group'])
      await database.knex(table).delete();
  });

  async function preview(parts: object): Promise<RepetitionPreview> {
    const answer = await campus.request<RepetitionPreview>('POST', path, { ...workshop, ...parts });
    expect(answer.status, JSON.stringify(answer.body)).to.equal(200);
    return answer.body;
  }

  it('is that of the séance once it is there, and writes nothing', async () => {
    const row = { id: 'h', name: 'Congé', starts_on: '2025-03-05', ends_on: '2025-03-05' };
    await database.knex('seance_closed_day').insert(row);
    await campus.create({ ...workshop, name: 'Réunion', start: '2025-03-10T10:30', end: '2025-03-10T12:00' });
    const before = await database.knex('seance').select('id');
    await database.knex('seance_group').delete();
    const draft = await preview({ repetition });

    expect(await database.knex('seance').select('id')).to.deep.equal(before);
    expect(await database.knex('seance_group')).to.deep.equal([]);
    const { id } = await campus.create({ ...workshop, groupName: undefined });
    expect(draft).to.deep.equal(await campus.preview(id, repetition));
    expect(draft.occurrences.map(({ name, start }) => [name, start])).to.deep.equal([
      ['Atelier [1]', '2025-03-10T10:00'],
      ['Atelier [2]', '2025-03-17T10:00'],
    ]);
    expect(draft.skipped.map(({ date, reason }) => [date, reason])).to.deep.equal([
      ['2025-03-05', 'closed-day'],
      ['2025-03-12', 'exception'],
    ]);
    expect(draft.occurrences[0]?.conflicts).to.have.length(1);
  });

  it('says of a copy that the séance itself is there at that time', async () => {
    const camp = { start: '2025-03-03T10:00', end: '2025-03-04T12:00' };
    const { occurrences } = await preview({ ...camp, repetition: { weekdays: ['TU'], weeks: 1 } });

    expect(occurrences[0]?.warnings.map(({ code, seance }) => [code, seance?.name])).to.deep.equal([
      ['same-series', 'Atelier'],
      ['trainer-busy', 'Atelier'],
    ]);
  });

  it('needs no name yet', async () => {
    const { occurrences } = await preview({ name: undefined, repetition });

    expect(occurrences.map(({ start }) => start)).to.deep.equal([
      '2025-03-05T10:00',
      '2025-03-10T10:00',
      '2025-03-17T10:00',
    ]);
  });

  it('says where the body has it what is wrong', async () => {
    const pointers = async (parts: object) => {
      const { status, body } = await campus.request<Problem>('POST', path, { ...workshop, ...parts });
      return [status, ...body.errors.map(({ pointer, code }) => `${pointer} ${code}`)];
    };

    expect(await pointers({})).to.deep.equal([422, '/repetition required']);
    expect(await pointers({ start: undefined, repetition })).to.deep.equal([422, '/start required']);
    expect(await pointers({ end: workshop.start, repetition })).to.deep.equal([422, '/end end-before-start']);
    expect(await pointers({ repetition: { ...repetition, weeks: 0 } })).to.deep.equal([
      422,
      '/repetition/weeks too-small',
    ]);
    expect(await pointers({ repetition: { weekdays: ['MO'], until: '2025-01-01' } })).to.deep.equal([
      422,
      '/repetition/until until-before-start',
    ]);
  });
});
