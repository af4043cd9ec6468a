import { expect } from 'chai';
import fc from 'fast-check';
import type { SeriesChangePreview } from '../../../src/application/series/preview-series-change.js';
import { scopes } from '../../../src/domain/series/series-scope.js';
import type { SeanceView } from '../../../src/application/seance/seance-view.js';
import { onDatabase } from '../../support/databases.js';
import { Campus, type Problem } from '../repetition/campus/campus.js';
import { clockMinutes, type WallTime } from '../../../src/domain/time/wall-time.js';
import { moved } from './series-samples.js';

/** An edit as somebody may send it; times are minutes by which the séance moves, and its length. */
interface Edit {
  readonly move?: number;
  readonly length?: number;
  readonly [field: string]: unknown;
}

const edit: fc.Arbitrary<Edit> = fc
  .record(
    {
      name: fc.constantFrom('Atelier', 'Cours', 'Cours [2]', 'é'.repeat(255)),
      description: fc.constantFrom('', '<p>Oui</p>', '<script>non</script>'),
      capacity: fc.constantFrom(null, 1, 20),
      enrolmentMode: fc.constantFrom('manual', 'public'),
      groupName: fc.constantFrom('', null, 'Matin', 'MATIN', 'Soir'),
      locationId: fc.constantFrom(null, 'room-a', 'room-b'),
      trainerIds: fc.subarray(['trainer1', 'trainer2']),
      timeZone: fc.constantFrom('Europe/Brussels', 'Australia/Lord_Howe', 'America/St_Johns'),
      inAgenda: fc.boolean(),
      move: fc.oneof(fc.integer({ min: -20_000, max: 20_000 }), fc.constantFrom(-1_440, 60, 1_440)),
      length: fc.integer({ min: 0, max: 4_000 }),
    },
    { requiredKeys: [] },
  )
  .filter((fields) => Object.keys(fields).length > 0);

interface Story {
  readonly copies: number;
  /** Séances that are changed by hand first. */
  readonly byHand: readonly (readonly [number, Edit])[];
  readonly target: number;
  readonly change: Edit;
  readonly scope: (typeof scopes)[number];
}

const stories: fc.Arbitrary<Story> = fc.record({
  copies: fc.integer({ min: 1, max: 5 }),
  byHand: fc.array(fc.tuple(fc.nat(5), edit), { maxLength: 3 }),
  target: fc.nat(5),
  change: edit,
  scope: fc.constantFrom(...scopes),
});

onDatabase('The preview of a change of a series', (database) => {
  let campus: Campus;

  before(() => {
    campus = new Campus(database.knex);
  });

  afterEach(async () => {
    for (const table of ['seance', 'seance_trainer', 'seance_group', 'seance_location'])
      await database.knex(table).delete();
  });

  it('is what the change then does, and the change touches nothing else', async () => {
    const numRuns = 25;
    await fc.assert(
      fc.asyncProperty(stories, (story) => play(campus, story)),
      { numRuns },
    );
  }).timeout(180_000);

  it('writes nothing', async () => {
    const { id } = await campus.create();
    const { seriesId } = await campus.repeat(id, { weekdays: ['MO'], weeks: 3 });
    const before = await campus.series(seriesId);
    await campus.previewEdit(
      id,
      { name: 'Cours', start: '2025-03-04T10:00', end: '2025-03-04T12:00', locationId: 'room-a' },
      'all',
    );
    await campus.previewEdit(id, { groupName: 'Nouveau', enrolmentMode: 'public' }, 'all');

    expect(await campus.series(seriesId)).to.deep.equal(before);
    expect(await database.knex('seance_group')).to.deep.equal([]);
    expect(await database.knex('seance_location')).to.deep.equal([]);
  });

  it('is of one séance where there is no series, and knows the closed days of the first and the last', async () => {
    const alone = await campus.create({ start: '2026-05-03T10:00', end: '2026-05-03T11:00' });
    const { id } = await campus.create({ start: '2026-05-03T10:00', end: '2026-05-03T11:00' });
    const { items } = await campus.repeat(id, { weekdays: ['SU'], weeks: 2 });
    // The last of the series is the first in time.
    await campus.edit(items[1]!.id, { start: '2026-04-01T10:00', end: '2026-04-01T11:00' });
    await database.knex('seance_closed_day').insert([
      { id: 'c', name: 'Poisson', starts_on: '2026-04-01', ends_on: '2026-04-01' },
      { id: 'd', name: 'Mai', starts_on: '2026-05-10', ends_on: '2026-05-10' },
    ]);
    const ofOne = await campus.previewEdit(alone.id, { name: 'Cours' }, 'all');
    const changes = await campus.previewEdit(id, { name: 'Cours' }, 'all');
    await database.knex('seance_closed_day').delete();

    expect(ofOne.map((one) => [one.id, one.name, one.closedDay])).to.deep.equal([[alone.id, 'Cours', null]]);
    expect(Object.fromEntries(changes.map((one) => [one.id, one.closedDay]))).to.deep.equal({
      [id]: null,
      [items[0]!.id]: 'Mai',
      [items[1]!.id]: 'Poisson',
    });
  });

  it('says what each séance keeps, where it falls on a closed day, and what a clock change does', async () => {
    const { id } = await campus.create({ start: '2025-03-16T10:00', end: '2025-03-16T11:00' });
    const { items } = await campus.repeat(id, { weekdays: ['SU'], weeks: 2 });
    await campus.edit(items[0]!.id, { name: 'Visite', start: '2025-03-23T15:00', end: '2025-03-23T16:00' });
    await database
      .knex('seance_closed_day')
      .insert({ id: 'c', name: 'Fête', starts_on: '2025-03-16', ends_on: '2025-03-16' });
    const changes = await campus.previewEdit(
      id,
      { name: 'Cours', start: '2025-03-16T02:30', end: '2025-03-16T03:30' },
      'all',
    );
    await database.knex('seance_closed_day').delete();

    expect(
      changes.map(({ name, start, kept, closedDay, clockChange }) => ({
        name,
        start,
        kept,
        closedDay,
        clockChange,
      })),
    ).to.deep.equal([
      { name: 'Cours', start: '2025-03-16T02:30', kept: [], closedDay: 'Fête', clockChange: null },
      {
        name: 'Visite',
        start: '2025-03-23T15:00',
        kept: ['name', 'start'],
        closedDay: null,
        clockChange: null,
      },
      { name: 'Cours [2]', start: '2025-03-30T02:30', kept: [], closedDay: null, clockChange: 'skipped' },
    ]);
    expect(changes[1]?.before).to.deep.equal({
      name: 'Visite',
      start: '2025-03-23T15:00',
      end: '2025-03-23T16:00',
    });
  });
});

async function play(campus: Campus, { copies, byHand, target: at, change, scope }: Story): Promise<void> {
  const { id } = await campus.create({ start: '2025-03-16T10:00', end: '2025-03-16T11:00' });
  const { seriesId } = await campus.repeat(id, { weekdays: ['SU'], weeks: copies });
  const ids = (await campus.series(seriesId)).map((one) => one.id);
  const all = () => Promise.all(ids.map((one) => campus.get(one)));
  const pick = (index: number) => ids[index % ids.length]!;
  for (const [index, fields] of byHand) {
    const one = await campus.get(pick(index));
    await campus.request('PATCH', `demo/seances/${one.id}`, bodyOf(one, fields));
  }
  const before = await all();
  const target = before.find((one) => one.id === pick(at))!;
  const path = `demo/seances/${target.id}`;
  const body = bodyOf(target, change);
  const preview = await campus.request<{ changes: SeriesChangePreview[] } & Problem>(
    'POST',
    `${path}/changes/preview?scope=${scope}`,
    body,
  );
  expect(await all(), 'after the preview').to.deep.equal(before);
  const result = await campus.request<Problem>('PATCH', `${path}?scope=${scope}`, body);

  if (result.status !== 200) {
    expect({ status: preview.status, errors: preview.body.errors }).to.deep.equal({
      status: result.status,
      errors: result.body.errors,
    });
    expect(await all(), 'after a refusal').to.deep.equal(before);
    return;
  }
  expect(preview.status, JSON.stringify(preview.body)).to.equal(200);
  compare(before, await all(), preview.body.changes);
}

function compare(
  before: readonly SeanceView[],
  after: readonly SeanceView[],
  changes: readonly SeriesChangePreview[],
): void {
  const previewed = new Map(changes.map((one) => [one.id, one]));
  expect(previewed.size).to.equal(changes.length);
  before.forEach((one, index) => {
    const now = after[index]!;
    const said = previewed.get(one.id);
    if (!said) return expect(now, 'out of scope').to.deep.equal(one);
    expect(said.before).to.deep.equal({ name: one.name, start: one.start, end: one.end });
    expect(timesOf(now)).to.deep.equal(timesOf(said));
    expect(now.version).to.equal(one.version + 1);
    for (const field of said.kept) expect(valueOf(now, field), field).to.deep.equal(valueOf(one, field));
  });
}

function timesOf({ name, start, end, startsAt, endsAt, timeZone }: SeanceView | SeriesChangePreview) {
  return { name, start, end, startsAt, endsAt, timeZone };
}

function valueOf(view: SeanceView, field: string): unknown {
  if (field === 'length') return clockMinutes(view.end) - clockMinutes(view.start);
  if (field === 'locationId') return view.location?.id ?? null;
  if (field === 'groupId') return view.group?.id ?? null;
  return view[field as keyof SeanceView];
}

function bodyOf({ start, end }: SeanceView, { move, length, ...fields }: Edit): object {
  if (move === undefined && length === undefined) return fields;
  const from = moved(start, move ?? 0);
  const minutes = length ?? clockMinutes(end) - clockMinutes(start);
  return { ...fields, start: from, end: moved(from as WallTime, minutes) };
}
