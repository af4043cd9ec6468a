import type { RowDataPacket } from 'mysql2';
import { type Bench, type Figure, medians, request, timed } from './bench.js';

const copies = 1_000;
const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR'];

/** A request of 1,000 copies against the bare multi-row INSERT of the same rows; and automatic against manual. */
export async function repetition(bench: Bench): Promise<readonly Figure[]> {
  const [manual, floor] = await medians(
    15,
    () => timedRepetition(bench, 'manual'),
    () => timedInsert(bench),
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
      goal: '≤ 1.5',
      detail: `${copies} copies ${manual.toFixed(0)} ms, the same rows inserted ${floor.toFixed(0)} ms`,
    },
    {
      name: 'automatic',
      ratio: automatic / again,
      goal: '≤ 1.1',
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

/** The rows of the last repetition once more, with other ids, in one transaction of one statement per table. */
async function timedInsert({ bare }: Bench): Promise<number> {
  const [[last]] = await bare.query<RowDataPacket[]>(
    'select series_id from seance where series_id is not null order by id desc limit 1',
  );
  const [seances] = await bare.query<RowDataPacket[]>(
    'select * from seance where series_id = ? order by id desc limit ?',
    [last?.['series_id'], copies],
  );
  const [trainers] = await bare.query<RowDataPacket[]>(
    'select * from seance_trainer where seance_id in (?)',
    [seances.map(({ id }) => id as string)],
  );
  const renamed = (id: unknown) => `x${Date.now().toString(36)}${String(id).slice(-26)}`;
  const rows = seances.map((row) => ({ ...row, id: renamed(row['id']), series_id: null }));
  const trainerRows = trainers.map((row) => ({ ...row, seance_id: renamed(row['seance_id']) }));
  const connection = await bare.getConnection();
  try {
    return await timed(async () => {
      await connection.query('begin');
      await connection.query('insert into seance (??) values ?', statement(rows));
      await connection.query('insert into seance_trainer (??) values ?', statement(trainerRows));
      await connection.query('commit');
    });
  } finally {
    connection.release();
  }
}

function statement(rows: readonly object[]): [string[], unknown[][]] {
  return [Object.keys(rows[0] ?? {}), rows.map((row) => Object.values(row) as unknown[])];
}
