import { expect } from 'chai';
import { invalid, seances } from '../../support/api.js';
import { calendar } from '../../support/calendar-files.js';
import { onHttp } from '../../support/scene.js';

const closedDays = '/api/v1/admin/closed-days';
const as = 'admin';

interface Day {
  readonly name: string;
  readonly startsOn: string;
  readonly endsOn: string;
}
interface Falling {
  readonly total: number;
  readonly items: readonly { readonly id: string }[];
}
interface Preview {
  readonly days: readonly (Day & { readonly isKnown: boolean })[];
  readonly skipped: readonly { readonly name: string; readonly reason: string }[];
  readonly skippedTotal: number;
  readonly seances: Falling;
}
interface Result {
  readonly added: number;
  readonly known: number;
  readonly seances: Falling;
}

const holidays = calendar(
  'UID:1\nSUMMARY:Vacances de Noël\nDTSTART;VALUE=DATE:20261221\nDTEND;VALUE=DATE:20270104',
  'UID:2\nSUMMARY:Armistice\nDTSTART;VALUE=DATE:20261111',
  'UID:3\nSUMMARY:Réunion\nDTSTART:20261201T090000Z\nDTEND:20261201T100000Z',
);
const lasting = (from: string, to: string, name = 'x') =>
  `SUMMARY:${name}\nDTSTART;VALUE=DATE:${from}\nDTEND;VALUE=DATE:${to}`;

onHttp('The import of closed days', (scene) => {
  const add = (json: object) => scene.api.post(closedDays, json, { as });
  const list = async () =>
    (await scene.api.get<{ readonly items: readonly Day[]; readonly total: number }>(closedDays, { as }))
      .body;
  const asFile = (path: string, file: string | Buffer) =>
    scene.api.post<Preview & Result>(`${closedDays}${path}`, undefined, {
      as,
      raw: file,
      headers: { 'content-type': 'text/calendar; charset=utf-8' },
    });

  afterEach(async () => {
    await scene.database.knex('seance_closed_day').delete();
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
    expect([body.skipped, body.skippedTotal]).to.deep.equal([[{ name: 'Réunion', reason: 'timed' }], 1]);
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
    const refused: readonly [string, string][] = [
      ['not a calendar', 'not-a-calendar'],
      ['BEGIN:VCALENDAR\r\nBEGIN:VEVENT', 'not-a-calendar'],
      ['BEGIN:VCARD\r\nEND:VCARD', 'not-a-calendar'],
      [calendar(), 'no-closed-day'],
      [calendar('SUMMARY:x\nDTSTART:20261201T090000Z'), 'no-closed-day'],
      [calendar(lasting('20000101', '20270520')), 'too-many-days'],
      [holidays.replace('VERSION:2.0', `X-NOTE:${'x'.repeat(1_048_576)}`), 'too-long'],
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

  it('leaves out what is too long when the whole is too much, and keeps what can be kept', async () => {
    const file = calendar(
      lasting('20270101', '20570101', 'Trente ans'),
      lasting('20270708', '20270901', 'Été'),
      lasting('20270101', '20280102', 'Un an'),
    );
    const { body } = await asFile('/import/preview', file);

    expect(body.days.map(({ name }) => name)).to.deep.equal(['Un an', 'Été']);
    expect(body.skipped).to.deep.equal([{ name: 'Trente ans', reason: 'too-long' }]);
    expect((await asFile('/import', file)).body).to.include({ added: 2 });
  });

  it('refuses a calendar whose holidays alone are too many', async () => {
    const years = Array.from({ length: 28 }, (_, index) =>
      lasting(`${2027 + index}0101`, `${2028 + index}0101`),
    );
    const answer = await asFile('/import', calendar(...years));

    invalid(answer, ['/calendar', 'too-many-days']);
    expect((await list()).total).to.equal(0);
  });

  it('reads what recurs each year from this year to ten years on, and adds later only what is new', async () => {
    const file = calendar('SUMMARY:Noël\nDTSTART;VALUE=DATE:19701225\nRRULE:FREQ=YEARLY');
    const { body } = await asFile('/import/preview', file);
    expect(body.days.map(({ startsOn }) => startsOn.slice(0, 4))).to.deep.equal(
      Array.from({ length: 11 }, (_, index) => String(2026 + index)),
    );
    expect(body.skipped).to.deep.equal([{ name: 'Noël', reason: 'beyond-horizon' }]);

    expect((await asFile('/import', file)).body).to.include({ added: 11, known: 0 });
    const aYear = 365 * 24 * 60 * 60;
    scene.clock.advance(aYear);
    expect((await asFile('/import', file)).body).to.include({ added: 1, known: 10 });
    scene.clock.advance(-aYear);
  });

  it('names the first thousand of what is left out, and counts the others', async () => {
    const file = calendar(
      lasting('20270101', '20270102'),
      ...Array.from({ length: 1_200 }, () => 'SUMMARY:y'),
    );
    const { body } = await asFile('/import/preview', file);

    expect([body.skipped.length, body.skippedTotal]).to.deep.equal([1_000, 1_200]);
  });

  it('reads files that are not UTF-8 as those of Windows', async () => {
    const raw = Buffer.from(holidays, 'latin1');
    const { body } = await asFile('/import/preview', raw);

    expect(body.days.map(({ name }) => name)).to.include('Vacances de Noël');
  });

  it('reads files in UTF-16, with a byte order mark and without', async () => {
    for (const text of [holidays, `\ufeff${holidays}`])
      for (const raw of [Buffer.from(text, 'utf16le'), Buffer.from(text, 'utf16le').swap16()]) {
        const { body } = await asFile('/import/preview', raw);
        expect(body.days.map(({ name }) => name)).to.deep.equal(['Armistice', 'Vacances de Noël']);
      }
  });

  it('answers a file that was cut off or damaged anywhere with what it is, and never with a fault', async () => {
    const bytes = Buffer.from(holidays);
    for (let cut = 0; cut < bytes.length; cut += 7) {
      const damaged = Buffer.concat([
        bytes.subarray(0, cut),
        Buffer.from([cut % 256]),
        bytes.subarray(cut + 2),
      ]);
      for (const file of [bytes.subarray(0, cut + 1), bytes.subarray(cut), damaged])
        expect((await asFile('/import/preview', file)).status).to.be.oneOf([200, 422]);
    }
  });
});
