import { expect } from 'chai';
import { onDatabase } from '../../support/databases.js';
import { Campus, type Problem } from './campus/campus.js';

interface BadRule {
  readonly title: string;
  readonly rule: unknown;
  readonly pointer: string;
  readonly code: string;
}

const badRules: readonly BadRule[] = [
  { title: 'no weekday', rule: { weekdays: [], weeks: 2 }, pointer: '/weekdays', code: 'too-short' },
  { title: 'weekdays left out', rule: { weeks: 2 }, pointer: '/weekdays', code: 'required' },
  {
    title: 'a weekday of another language',
    rule: { weekdays: ['LU'], weeks: 2 },
    pointer: '/weekdays/0',
    code: 'not-allowed',
  },
  {
    title: 'a weekday twice',
    rule: { weekdays: ['MO', 'MO'], weeks: 2 },
    pointer: '/weekdays/1',
    code: 'duplicate',
  },
  {
    title: 'weekdays in one text',
    rule: { weekdays: 'MO', weeks: 2 },
    pointer: '/weekdays',
    code: 'wrong-type',
  },
  {
    title: 'an end before the start',
    rule: { weekdays: ['MO'], until: '2025-03-02' },
    pointer: '/until',
    code: 'until-before-start',
  },
  {
    title: 'an end and a duration',
    rule: { weekdays: ['MO'], until: '2025-04-01', weeks: 2 },
    pointer: '/weeks',
    code: 'conflicting-fields',
  },
  { title: 'neither end nor duration', rule: { weekdays: ['MO'] }, pointer: '/until', code: 'required' },
  { title: 'no week at all', rule: { weekdays: ['MO'], weeks: 0 }, pointer: '/weeks', code: 'too-small' },
  { title: '10,000 weeks', rule: { weekdays: ['MO'], weeks: 10_000 }, pointer: '/weeks', code: 'too-large' },
  { title: 'half a week', rule: { weekdays: ['MO'], weeks: 1.5 }, pointer: '/weeks', code: 'wrong-type' },
  { title: 'weeks as text', rule: { weekdays: ['MO'], weeks: '2' }, pointer: '/weeks', code: 'wrong-type' },
  {
    title: 'an end in a hundred years',
    rule: { weekdays: ['MO'], until: '2125-03-03' },
    pointer: '/until',
    code: 'too-far',
  },
  {
    title: 'an end on a day that does not exist',
    rule: { weekdays: ['MO'], until: '2025-02-30' },
    pointer: '/until',
    code: 'invalid-date',
  },
  {
    title: 'an end with a time',
    rule: { weekdays: ['MO'], until: '2025-04-01T10:00' },
    pointer: '/until',
    code: 'invalid-date',
  },
  {
    title: 'every 0 weeks',
    rule: { weekdays: ['MO'], weeks: 2, interval: 0 },
    pointer: '/interval',
    code: 'too-small',
  },
  {
    title: 'weekdays that give no date',
    rule: { weekdays: ['WE'], until: '2025-03-04' },
    pointer: '/weekdays',
    code: 'no-occurrence',
  },
  {
    title: 'only the day of the source',
    rule: { weekdays: ['MO'], until: '2025-03-03' },
    pointer: '/weekdays',
    code: 'no-occurrence',
  },
  {
    title: 'an interval that jumps over the end',
    rule: { weekdays: ['MO'], weeks: 2, interval: 3 },
    pointer: '/weekdays',
    code: 'no-occurrence',
  },
  {
    title: 'an exception that is no date',
    rule: { weekdays: ['MO'], weeks: 2, exceptDates: ['demain'] },
    pointer: '/exceptDates/0',
    code: 'invalid-date',
  },
  {
    title: 'an exception twice',
    rule: { weekdays: ['MO'], weeks: 2, exceptDates: ['2025-03-10', '2025-03-10'] },
    pointer: '/exceptDates/1',
    code: 'duplicate',
  },
  {
    title: 'a kept day that is no date',
    rule: { weekdays: ['MO'], weeks: 2, keepDates: [17] },
    pointer: '/keepDates/0',
    code: 'wrong-type',
  },
  {
    title: 'a field that there is not',
    rule: { weekdays: ['MO'], weeks: 2, count: 3 },
    pointer: '/count',
    code: 'unknown-field',
  },
  { title: 'a list instead of a rule', rule: [], pointer: '', code: 'wrong-type' },
];

onDatabase('A repetition of bad input', (database) => {
  let campus: Campus;
  let id: string;

  before(async () => {
    campus = new Campus(database.knex);
    ({ id } = await campus.create());
  });

  afterEach('nothing was written', async () => {
    const rows = (await database.knex('seance')) as { series_id: string | null; version: number }[];
    expect(rows).to.have.length(1);
    expect(rows[0]).to.include({ series_id: null, version: 1 });
    expect(await database.knex('seance_idempotency')).to.deep.equal([]);
  });

  async function refusal(
    rule: unknown,
    action: string,
    headers = {},
  ): Promise<{ status: number; body: Problem }> {
    return campus.request<Problem>('POST', `demo/seances/${id}/${action}`, rule, {
      'idempotency-key': 'one-key',
      ...headers,
    });
  }

  for (const { title, rule, pointer, code } of badRules) {
    it(`is refused at its field: ${title}`, async () => {
      for (const action of ['repetitions/preview', 'repetitions']) {
        const { status, body } = await refusal(rule, action);

        expect(status, action).to.equal(422);
        expect(body.code).to.equal('validation');
        expect(body.errors.map((error) => [error.pointer, error.code])).to.deep.include([pointer, code]);
        expect(body.errors.every(({ message }) => message.length > 10)).to.equal(true);
      }
    });
  }

  it('is refused with the number and the cap, in French and in English', async () => {
    const rule = { weekdays: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], weeks: 200 };
    for (const action of ['repetitions/preview', 'repetitions']) {
      const french = await refusal(rule, action, { 'accept-language': 'fr' });
      const english = await refusal(rule, action, { 'accept-language': 'en' });

      for (const { status, body } of [french, english]) {
        expect([status, body.code]).to.deep.equal([422, 'too-many-occurrences']);
        expect(body.errors[0]).to.include({ pointer: '/weeks', code: 'too-many-occurrences' });
      }
      expect(english.body.errors[0]?.message).to.equal(
        'This repetition would make 1,400 copies; the limit is 1,000.',
      );
      expect(plainSpaces(french.body.errors[0]?.message)).to.equal(
        'Cette répétition ferait 1 400 copies ; la limite est de 1 000.',
      );
    }
  });

  it('is refused at the end date when that is what makes too many', async () => {
    const { body } = await refusal(
      { weekdays: ['MO', 'TU', 'WE', 'TH', 'FR'], until: '2030-01-01' },
      'repetitions',
    );

    expect(body.errors[0]?.pointer).to.equal('/until');
  });

  it('is refused over the cap that the settings name, and accepted at it', async () => {
    await database.knex('seance_setting').insert({ name: 'maxOccurrences', value: '3' });
    const over = await refusal({ weekdays: ['MO'], weeks: 4 }, 'repetitions', { 'accept-language': 'en' });
    const { occurrences } = await campus.preview(id, { weekdays: ['MO'], weeks: 3 });
    const { occurrences: with4 } = await campus.preview(id, {
      weekdays: ['MO'],
      weeks: 4,
      exceptDates: ['2025-03-17'],
    });
    await database.knex('seance_setting').delete();

    expect(over.body.errors[0]?.message).to.equal('This repetition would make 4 copies; the limit is 3.');
    expect([occurrences.length, with4.length], 'exceptions do not count').to.deep.equal([3, 3]);
  });

  it('is refused when the copies would leave the calendar, which ends with 2999', async () => {
    const last = await campus.create({ start: '2999-12-20T23:00', end: '2999-12-21T01:00' });
    const path = `demo/seances/${last.id}/repetitions`;
    const refused = await campus.request<Problem>('POST', path, { weekdays: ['TU'], weeks: 2 });
    const { occurrences } = await campus.preview(last.id, { weekdays: ['MO'], weeks: 2 });
    await database.knex('seance').where({ id: last.id }).delete();

    expect(refused.status).to.equal(422);
    expect(refused.body.errors[0]).to.include({ pointer: '/weeks', code: 'invalid-date-time' });
    expect(occurrences).to.have.length(2);
  });
});

/** French groups thousands and sets off its punctuation with spaces that do not break. */
function plainSpaces(text = ''): string {
  return text.replace(/\s/g, ' ');
}
