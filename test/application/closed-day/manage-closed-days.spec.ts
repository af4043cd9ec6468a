import { expect } from 'chai';
import { invalid, refusedWith, seances, type Sending } from '../../support/api.js';
import { onHttp } from '../../support/scene.js';

const closedDays = '/api/v1/admin/closed-days';
const as = 'admin';

interface Day {
  readonly id: string;
  readonly name: string;
  readonly startsOn: string;
  readonly endsOn: string;
}
interface Falling {
  readonly total: number;
  readonly items: readonly { readonly id: string; readonly spaceName: string | null }[];
}
interface ClosedDay extends Day {
  readonly seances: Falling;
}
interface Preview {
  readonly days: readonly (Omit<Day, 'id'> & { readonly isKnown: boolean })[];
  readonly skipped: readonly { readonly name: string; readonly reason: string }[];
  readonly seances: Falling;
}
interface Result {
  readonly added: number;
  readonly known: number;
  readonly seances: Falling;
}

function calendar(...events: readonly string[]): string {
  const written = events.map(
    (event) => `BEGIN:VEVENT\r\n${event.replaceAll('\n', '\r\n')}\r\nEND:VEVENT\r\n`,
  );
  return `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:test\r\n${written.join('')}END:VCALENDAR\r\n`;
}

const holidays = calendar(
  'UID:1\nSUMMARY:Vacances de Noël\nDTSTART;VALUE=DATE:20261221\nDTEND;VALUE=DATE:20270104',
  'UID:2\nSUMMARY:Armistice\nDTSTART;VALUE=DATE:20261111',
  'UID:3\nSUMMARY:Réunion\nDTSTART:20261201T090000Z\nDTEND:20261201T100000Z',
);

onHttp('The administration of the closed days', (scene) => {
  const add = async (json: object, sending: Sending = {}): Promise<ClosedDay> => {
    const answer = await scene.api.post<ClosedDay>(closedDays, json, { as, ...sending });
    expect(answer.status, answer.text).to.equal(201);
    return answer.body;
  };
  const list = async (query = '') =>
    (
      await scene.api.get<{ readonly items: readonly Day[]; readonly total: number }>(
        `${closedDays}${query}`,
        { as },
      )
    ).body;
  const asFile = (path: string, text: string) =>
    scene.api.post<Preview & Result>(`${closedDays}${path}`, undefined, {
      as,
      raw: text,
      headers: { 'content-type': 'text/calendar; charset=utf-8' },
    });

  afterEach(async () => {
    await scene.database.knex('seance_closed_day').delete();
  });

  it('closes a day and a range of days, and lists them by first day, paged', async () => {
    await add({ name: 'Congé', startsOn: '2027-02-08', endsOn: '2027-02-12' });
    const { seances: falling, ...day } = await add({ name: ' Fête ', startsOn: '2027-01-01' });

    expect(day).to.deep.equal({ id: day.id, name: 'Fête', startsOn: '2027-01-01', endsOn: '2027-01-01' });
    expect(falling).to.deep.equal({ total: 0, items: [] });
    const { items, total } = await list();
    expect(items[0]).to.deep.equal(day);
    expect([items.map(({ name }) => name), total]).to.deep.equal([['Fête', 'Congé'], 2]);
    expect((await list('?page=2&size=10')).items).to.deep.equal([]);
    expect((await list('?from=2027-02-12&size=all')).items.map(({ name }) => name)).to.deep.equal(['Congé']);
  });

  it('adds one day for one Idempotency-Key', async () => {
    const headers = { 'idempotency-key': 'day-1' };
    const day = { name: 'Fête', startsOn: '2027-01-01' };

    expect(await add(day, { headers })).to.deep.equal(await add(day, { headers }));
    expect((await list()).total).to.equal(1);
  });

  it('says which séances fall on the days, by their own day, and leaves them as they are', async () => {
    const at = { start: '2028-03-07T23:30', end: '2028-03-08T01:00', timeZone: 'America/New_York' };
    const falling = await scene.api.created({ name: 'Tombe un jour fermé', ...at });
    await scene.api.created({ start: '2028-03-08T00:00', end: '2028-03-08T01:00' });
    await scene.api.created({ start: '2028-03-05T22:00', end: '2028-03-06T00:00' });
    const deleted = await scene.api.created(at);
    await scene.api.delete(`${seances}/${deleted.id}`);
    const day = await add({ name: 'Fermé', startsOn: '2028-03-06', endsOn: '2028-03-07' });

    expect(day.seances).to.deep.equal({
      total: 1,
      items: [
        { id: falling.id, name: 'Tombe un jour fermé', start: at.start, spaceId: 'demo', spaceName: 'demo' },
      ],
    });
    expect((await scene.api.get(`${closedDays}/${day.id}`, { as })).body).to.deep.equal(day);
    expect((await scene.api.get(`${seances}/${falling.id}`)).body).to.deep.equal(falling);
  });

  it('names no space for a séance whose space the host no longer has', async () => {
    const { id } = await scene.api.created({ start: '2027-02-08T09:00', end: '2027-02-08T10:00' });
    await scene.database.knex('seance').where({ id }).update({ space_id: 'gone' });
    const { seances: falling } = await add({ name: 'Congé', startsOn: '2027-02-08' });

    expect(falling.items.map((item) => [item.id, item.spaceName])).to.deep.equal([[id, null]]);
  });

  it('changes what the body names, and opens the days again', async () => {
    const { id } = await add({ name: 'Congé', startsOn: '2027-02-08', endsOn: '2027-02-12' });
    const edited = await scene.api.patch<ClosedDay>(`${closedDays}/${id}`, { endsOn: '2027-02-08' }, { as });
    expect(edited.body).to.include({ name: 'Congé', startsOn: '2027-02-08', endsOn: '2027-02-08' });
    expect((await scene.api.delete(`${closedDays}/${id}`, { as })).status).to.equal(204);

    expect((await list()).total).to.equal(0);
    for (const answer of [
      await scene.api.get(`${closedDays}/${id}`, { as }),
      await scene.api.patch(`${closedDays}/${id}`, { name: 'x' }, { as }),
      await scene.api.delete(`${closedDays}/${id}`, { as }),
    ])
      refusedWith(answer, 404, 'not-found');
  });

  it('refuses days that do not exist, an end before the start, and wrong fields', async () => {
    const { id } = await add({ name: 'Congé', startsOn: '2027-02-08', endsOn: '2027-02-12' });
    const post = (json: object) => scene.api.post(closedDays, json, { as });

    invalid(await post({ name: 'x', startsOn: '2027-02-30' }), ['/startsOn', 'invalid-date']);
    invalid(await post({ name: 'x', startsOn: '2027-02-02', endsOn: '2027-02-01' }), [
      '/endsOn',
      'end-before-start',
    ]);
    invalid(
      await post({ endsOn: 1, more: 1 }),
      ['/name', 'required'],
      ['/startsOn', 'required'],
      ['/endsOn', 'wrong-type'],
      ['/more', 'unknown-field'],
    );
    invalid(await scene.api.patch(`${closedDays}/${id}`, { startsOn: '2027-02-13' }, { as }), [
      '/endsOn',
      'end-before-start',
    ]);
    expect((await list()).items).to.deep.equal([
      { id, name: 'Congé', startsOn: '2027-02-08', endsOn: '2027-02-12' },
    ]);
  });

  it('previews a calendar file: its all-day events, what is left out and why, and the séances', async () => {
    await add({ name: 'Armistice', startsOn: '2026-11-11' });
    const falling = await scene.api.created({ start: '2026-12-24T09:00', end: '2026-12-24T10:00' });
    const { status, body } = await asFile('/import/preview', holidays);

    expect(status).to.equal(200);
    expect(body.days).to.deep.equal([
      { name: 'Armistice', startsOn: '2026-11-11', endsOn: '2026-11-11', isKnown: true },
      { name: 'Vacances de Noël', startsOn: '2026-12-21', endsOn: '2027-01-03', isKnown: false },
    ]);
    expect(body.skipped).to.deep.equal([{ name: 'Réunion', reason: 'timed' }]);
    expect(body.seances.items.map(({ id }) => id)).to.include(falling.id);
    expect((await list()).total).to.equal(1);
  });

  it('previews in the order of the days, with the séances of new days alone', async () => {
    await add({ name: 'Vacances de Noël', startsOn: '2026-12-21', endsOn: '2027-01-03' });
    await scene.api.created({ start: '2026-12-24T09:00', end: '2026-12-24T10:00' });
    const others = ['20270505', '20261208', '20270301', '20270101'];
    const events = others.map((day) => `SUMMARY:x\nDTSTART;VALUE=DATE:${day}`);
    const known = 'SUMMARY:Vacances de Noël\nDTSTART;VALUE=DATE:20261221\nDTEND;VALUE=DATE:20270104';
    const { body } = await asFile('/import/preview', calendar(...events, known));

    expect(body.days.map(({ startsOn, isKnown }) => [startsOn, isKnown])).to.deep.equal([
      ['2026-12-08', false],
      ['2026-12-21', true],
      ['2027-01-01', false],
      ['2027-03-01', false],
      ['2027-05-05', false],
    ]);
    expect(body.seances).to.deep.equal({ total: 0, items: [] });
  });

  it('imports a calendar, as a file or as JSON, and adds nothing twice', async () => {
    expect((await asFile('/import', holidays)).body).to.deep.include({ added: 2, known: 0 });
    const again = await scene.api.post<Result>(`${closedDays}/import`, { calendar: holidays }, { as });

    expect(again.body).to.deep.equal({ added: 0, known: 2, seances: { total: 0, items: [] } });
    expect((await list()).items.map(({ name, startsOn, endsOn }) => [name, startsOn, endsOn])).to.deep.equal([
      ['Armistice', '2026-11-11', '2026-11-11'],
      ['Vacances de Noël', '2026-12-21', '2027-01-03'],
    ]);
  });

  it('skips imported days in a repetition', async () => {
    await asFile('/import', holidays);
    const { id } = await scene.api.created({ start: '2026-12-14T09:00', end: '2026-12-14T10:00' });
    const rule = { json: { weekdays: ['MO'], weeks: 3 }, documented: false };
    const { body } = await scene.api.send<{
      readonly occurrences: readonly { readonly start: string }[];
      readonly skipped: readonly { readonly date: string; readonly name: string }[];
    }>('POST', `${seances}/${id}/repetitions/preview`, rule);

    expect(body.skipped.map(({ date, name }) => [date, name])).to.deep.equal([
      ['2026-12-21', 'Vacances de Noël'],
      ['2026-12-28', 'Vacances de Noël'],
    ]);
    expect(body.occurrences.map(({ start }) => start)).to.deep.equal(['2027-01-04T09:00']);
  });

  it('refuses what is no calendar, has no day, too many, or is too large, and adds nothing', async () => {
    const event = (from: string, to: string) =>
      `SUMMARY:x\nDTSTART;VALUE=DATE:${from}\nDTEND;VALUE=DATE:${to}`;
    const refused: readonly [string, string][] = [
      ['not a calendar', 'not-a-calendar'],
      ['BEGIN:VCALENDAR\r\nBEGIN:VEVENT', 'not-a-calendar'],
      ['BEGIN:VCARD\r\nEND:VCARD', 'not-a-calendar'],
      [calendar(), 'no-closed-day'],
      [calendar('SUMMARY:x\nDTSTART:20261201T090000Z'), 'no-closed-day'],
      [calendar(event('20000101', '20270520')), 'too-many-days'],
      [holidays.replace('PRODID:test', `X-NOTE:${'x'.repeat(1_048_576)}`), 'too-long'],
    ];
    for (const path of ['/import/preview', '/import']) {
      for (const [text, code] of refused) invalid(await asFile(path, text), ['/calendar', code]);
      invalid(await scene.api.post(`${closedDays}${path}`, {}, { as }), ['/calendar', 'required']);
      invalid(await scene.api.post(`${closedDays}${path}`, { calendar: 1 }, { as }), [
        '/calendar',
        'wrong-type',
      ]);
      invalid(await asFile(path, ''), ['/calendar', 'empty']);
    }
    expect((await list()).total).to.equal(0);
  });

  it('takes exactly 10,000 days', async () => {
    const days = calendar('SUMMARY:Long\nDTSTART;VALUE=DATE:20000101\nDTEND;VALUE=DATE:20270519');

    expect((await asFile('/import', days)).body).to.include({ added: 1 });
  });

  it('reads files that are not UTF-8 as those of Windows', async () => {
    const raw = Buffer.from(holidays, 'latin1');
    const { body } = await scene.api.post<Preview>(`${closedDays}/import/preview`, undefined, {
      as,
      raw,
      headers: { 'content-type': 'text/calendar' },
    });

    expect(body.days.map(({ name }) => name)).to.include('Vacances de Noël');
  });
});
