import type { Pool, RowDataPacket } from 'mysql2/promise';
import { atMost, type Bench, type Figure, medians, request, timed, timedInserts } from './bench.js';

const copies = 1_000;
const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR'];

/** What a repetition writes a row of for each copy: the column of its séance, and other columns that are unique. */
const written: readonly {
  readonly table: string;
  readonly seanceId: string;
  readonly renewed?: readonly string[];
}[] = [
  { table: 'seance', seanceId: 'id', renewed: ['series_id'] },
  { table: 'seance_trainer', seanceId: 'seance_id' },
  { table: 'seance_event', seanceId: 'seance_id', renewed: ['id', 'sequence'] },
];

/** A request of 1,000 copies against the bare multi-row INSERT of the same rows; and automatic against manual. */
export async function repetition(bench: Bench): Promise<readonly Figure[]> {
  const [manual, floor] = await medians(
    15,
    () => timedRepetition(bench, 'manual'),
    async () => timedInserts(bench.bare, await rowsOfLastRepetition(bench.bare)),
  );
  const [automatic, again] = await medians(
    10,
    () => timedRepetition(bench, 'automatic'),
    () => timedRepetition(bench, 'manual'),
  );
  return [
    {
      name: 'repetition',
      ratio: manual / floor,
      goal: atMost(1.4),
      detail: `${copies} copies ${manual.toFixed(0)} ms, the same rows inserted ${floor.toFixed(0)} ms`,
    },
    {
      name: 'automatic',
      ratio: automatic / again,
      goal: atMost(1.1),
      detail: `${copies} copies, automatic with 500 learners ${automatic.toFixed(0)} ms, manual ${again.toFixed(0)} ms`,
    },
  ];
}

async function timedRepetition(bench: Bench, enrolmentMode: string): Promise<number> {
  const seances = '/api/v1/spaces/space/seances';
  const source = await request(bench, 'trainer1', 'POST', seances, {
    name: 'Cours de mécanique',
    description: '<p>Chapitres 1 à 12, avec exercices.</p>',
    start: '2026-01-05T09:00',
    end: '2026-01-05T11:00',
    trainerIds: ['trainer1', 'trainer2'],
    enrolmentMode,
  });
  return timed(() =>
    request(bench, 'trainer1', 'POST', `${seances}/${String(source['id'])}/repetitions`, {
      weekdays,
      weeks: 200,
    }),
  );
}

/** By table, what the last repetition wrote, as rows that can be written again: with other ids. */
async function rowsOfLastRepetition(bare: Pool): Promise<ReadonlyMap<string, readonly object[]>> {
  const [copied] = await bare.query<RowDataPacket[]>(
    `select id from seance where series_id = (
       select series_id from seance where series_id not like 'x%' order by id desc limit 1
     ) order by id desc limit ?`,
    [copies],
  );
  const ids = copied.map(({ id }) => id as string);
  const again = Date.now().toString(36);
  const inserts = new Map<string, readonly object[]>();
  for (const { table, seanceId, renewed } of written) {
    const [rows] = await bare.query<RowDataPacket[]>('select * from ?? where ?? in (?)', [
      table,
      seanceId,
      ids,
    ]);
    if (rows.length < copies) throw new Error(`The repetition wrote only ${rows.length} rows of ${table}.`);
    inserts.set(
      table,
      rows.map((row) => ({ ...row, ...renewedValues(row, [seanceId, ...(renewed ?? [])], again) })),
    );
  }
  return inserts;
}
/** Values of their own for keys, as long as those that they replace; what the database numbers itself is left to it. */
function renewedValues(row: RowDataPacket, columns: readonly string[], again: string): object {
  return Object.fromEntries(
    columns.map((column) => {
      const value: unknown = row[column];
      return [column, typeof value === 'string' ? `x${again}${value.slice(-26)}` : null];
    }),
  );
}
