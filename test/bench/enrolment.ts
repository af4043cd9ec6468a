import type { RowDataPacket } from 'mysql2/promise';
import { learnersOf } from './bench-host.js';
import {
  type Answer,
  atLeast,
  atMost,
  type Bench,
  type Figure,
  type Goal,
  medians,
  perSecond,
  request,
  send,
  timed,
  timedInserts,
} from './bench.js';

const seances = '/api/v1/spaces/crowd/seances';
/** Who enrols: HTTP clients at once, and connections of bare transactions at once. */
export const clients = 64;
const connections = 8;
const enrolments = 3_000;

/** One learner who wants one séance. */
export interface Wish {
  readonly seanceId: string;
  readonly learner: string;
}

/** Self-enrolments per second on one séance, against bare transactions. */
export const rush = (bench: Bench) => enrolling(bench, 'rush', 1, atLeast(2.5));

/** The same over 100 séances. */
export const spread = (bench: Bench) => enrolling(bench, 'spread', 100, atLeast(1));

async function enrolling(bench: Bench, name: string, over: number, goal: Goal): Promise<readonly Figure[]> {
  const [http, bare] = await medians(
    5,
    async () => enrolledPerSecond(bench, await wishes(bench, over)),
    async () => bareEnrolledPerSecond(bench, await wishes(bench, over)),
    1,
  );
  const counted = `${clients} clients ${http.toFixed(0)}/s, ${connections} connections ${bare.toFixed(0)}/s`;
  return [{ name, ratio: http / bare, goal, detail: `self-enrolments over ${over} séances: ${counted}` }];
}

/** Self-enrolments per second through HTTP. */
export async function enrolledPerSecond(bench: Bench, wanted: readonly Wish[]): Promise<number> {
  return perSecond(wanted, clients, async (wish) => {
    const { status, body } = await sendWish(bench, wish);
    if (status !== 201) throw new Error(`${wish.learner} was answered ${status}: ${body.toString()}`);
  });
}

/** Asks for the place that a learner wants. */
export function sendWish(bench: Bench, { seanceId, learner }: Wish): Promise<Answer> {
  return send(bench, learner, 'PUT', `${seances}/${seanceId}/enrolments/me`);
}

/** Lock, insert, counter, commit: the least that keeps a capacity, one transaction for each learner. */
async function bareEnrolledPerSecond({ bare }: Bench, wanted: readonly Wish[]): Promise<number> {
  const open = await Promise.all(Array.from({ length: connections }, () => bare.getConnection()));
  try {
    return await perSecond(wanted, connections, async ({ seanceId, learner }, worker) => {
      const connection = open[worker];
      await connection?.query('begin');
      await connection?.query('select capacity, enrolled_count from seance where id = ? for update', [
        seanceId,
      ]);
      await connection?.query('insert into seance_enrolment set ?', [rowOf({ seanceId, learner })]);
      await connection?.query('update seance set enrolled_count = enrolled_count + 1 where id = ?', [
        seanceId,
      ]);
      await connection?.query('commit');
    });
  } finally {
    for (const connection of open) connection.release();
  }
}

let rows = 0;

function rowOf({ seanceId, learner }: Wish): object {
  rows += 1;
  return {
    id: `bare-${process.pid}-${rows}`,
    space_id: 'crowd',
    session_id: 'crowd',
    seance_id: seanceId,
    user_id: learner,
    user_name: `Ada ${learner}`,
    first_name: 'Ada',
    last_name: learner,
    name_sort: `${learner} ada`,
    status: 'enrolled',
    turn: rows,
    source: 'self',
    requested_at: '2026-01-05T09:00:00Z',
    enrolled_at: '2026-01-05T09:00:00Z',
  };
}

/** So many learners who each want one of so many new séances, in turn. */
export async function wishes(bench: Bench, over: number, learners = enrolments): Promise<readonly Wish[]> {
  const ids = await Promise.all(Array.from({ length: over }, () => publicSeance(bench)));
  return Array.from({ length: learners }, (_, index) => ({
    seanceId: ids[index % over] ?? '',
    learner: `learner${index + 1}`,
  }));
}

async function publicSeance(bench: Bench): Promise<string> {
  const seance = await request(bench, 'trainer1', 'POST', seances, {
    name: 'Atelier',
    start: '2040-01-05T09:00',
    end: '2040-01-05T11:00',
    enrolmentMode: 'public',
  });
  return String(seance['id']);
}

/** 10,000 learners enrolled by staff in one request, against the bare multi-row INSERT of the same rows. */
export async function bulk(bench: Bench): Promise<readonly Figure[]> {
  const userIds = Array.from({ length: learnersOf.crowd }, (_, index) => `learner${index + 1}`);
  let seanceId = '';
  const [http, bare] = await medians(
    7,
    async () => {
      seanceId = await publicSeance(bench);
      return timed(() =>
        request(bench, 'trainer1', 'POST', `${seances}/${seanceId}/enrolments`, { userIds }),
      );
    },
    async () => timedInserts(bench.bare, await rowsOf(bench, seanceId)),
    2,
  );
  const detail = `${userIds.length} learners ${http.toFixed(0)} ms, the same rows inserted ${bare.toFixed(0)} ms`;
  return [{ name: 'bulk', ratio: http / bare, goal: atMost(1.5), detail }];
}

/** By table, what enrolling many wrote for a séance, as rows that can be written again, for another one. */
async function rowsOf({ bare }: Bench, seanceId: string): Promise<ReadonlyMap<string, readonly object[]>> {
  const again = `x${Date.now().toString(36)}${seanceId.slice(-20)}`;
  const inserts = new Map<string, readonly object[]>();
  for (const table of ['seance_enrolment', 'seance_event']) {
    const [found] = await bare.query<RowDataPacket[]>('select * from ?? where seance_id = ?', [
      table,
      seanceId,
    ]);
    if (found.length < learnersOf.crowd) throw new Error(`Only ${found.length} rows in ${table}.`);
    inserts.set(
      table,
      found.map((row, index) => ({
        ...row,
        id: `${again}-${index}`.slice(-36),
        seance_id: again,
        ...('sequence' in row && { sequence: null }),
      })),
    );
  }
  return inserts;
}
