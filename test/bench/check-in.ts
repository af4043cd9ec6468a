import { setTimeout as pause } from 'node:timers/promises';
import type { RowDataPacket } from 'mysql2/promise';
import { learnersOf } from './bench-host.js';
import { atLeast, type Bench, type Figure, medians, perSecond, request, timed } from './bench.js';

const seances = '/api/v1/spaces/space/seances';
/** As those of `rush`: HTTP clients at once, and connections of bare transactions at once. */
const [clients, connections] = [64, 8] as const;
/** A class, and within how many milliseconds all of it checks in. */
const [classOf, within] = [200, 10_000] as const;
/** How long a code that was read from the wall is typed, in milliseconds. */
const readFor = 5_000;

/** Check-ins per second in one half-day against bare transactions, and how long those of a class wait. */
export async function checkIn(bench: Bench): Promise<readonly Figure[]> {
  const waits = await classCheckedIn(bench);
  const everybody = Array.from({ length: learnersOf.space }, (_, index) => `learner${index + 1}`);
  const [http, bare] = await medians(
    5,
    async () => confirmedPerSecond(bench, everybody),
    async () => bareConfirmedPerSecond(bench, everybody),
    1,
  );
  const counted = `${clients} clients ${http.toFixed(0)}/s, ${connections} connections ${bare.toFixed(0)}/s`;
  const waited = `${classOf} learners within ${within / 1_000} s: ${waits}`;
  const detail = `check-ins in one half-day: ${counted}; ${waited}`;
  return [{ name: 'check-in', ratio: http / bare, goal: atLeast(0.6), detail }];
}

/** The wall of a room, on which a code is. */
class Wall {
  private code = '';
  private readAt = -Infinity;

  private constructor(
    private readonly bench: Bench,
    readonly seanceId: string,
  ) {}

  /** Of a half-day that began a minute ago, with its roster. */
  static async of(bench: Bench): Promise<Wall> {
    const at = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString().slice(0, 16);
    const body = { name: 'Atelier', start: at(-1), end: at(50), timeZone: 'UTC', enrolmentMode: 'automatic' };
    const { id } = await request(bench, 'trainer1', 'POST', seances, body);
    const wall = new Wall(bench, String(id));
    await wall.read();
    return wall;
  }

  async read(): Promise<string> {
    if (performance.now() - this.readAt < readFor) return this.code;
    const path = `${seances}/${this.seanceId}/attendance/1/check-in`;
    const { code } = await request(this.bench, 'trainer1', 'POST', path, { open: true });
    this.readAt = performance.now();
    return (this.code = String(code));
  }

  async ticket(): Promise<string> {
    const { ticket } = await request(this.bench, '', 'POST', '/api/v1/check-in', { code: await this.read() });
    return String(ticket);
  }
}

async function confirm(bench: Bench, learner: string, ticket: string): Promise<void> {
  await request(bench, learner, 'POST', '/api/v1/check-in/confirm', { ticket });
}

/** How long learners wait for a ticket, and for their mark, who come one after the other; in words. */
async function classCheckedIn(bench: Bench): Promise<string> {
  const wall = await Wall.of(bench);
  const waits: { readonly exchange: number[]; readonly confirm: number[] } = { exchange: [], confirm: [] };
  await Promise.all(
    Array.from({ length: classOf }, async (_, index) => {
      await pause((index * within) / classOf);
      await wall.read();
      let ticket = '';
      waits.exchange.push(await timed(async () => void (ticket = await wall.ticket())));
      waits.confirm.push(await timed(() => confirm(bench, `learner${index + 1}`, ticket)));
    }),
  );
  return `p99 of the ticket ${most(waits.exchange)} ms, of the mark ${most(waits.confirm)} ms`;
}

function most(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  return (sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN).toFixed(0);
}

/** Marks per second through HTTP, of learners who have their tickets. */
async function confirmedPerSecond(bench: Bench, learners: readonly string[]): Promise<number> {
  const wall = await Wall.of(bench);
  const tickets = new Map<string, string>();
  await perSecond(learners, connections, async (learner) => tickets.set(learner, await wall.ticket()));
  return perSecond(learners, clients, (learner) => confirm(bench, learner, tickets.get(learner) ?? ''));
}

/** Lock, insert, update, commit: the least that numbers the entries of a log, one transaction for each learner. */
async function bareConfirmedPerSecond(bench: Bench, learners: readonly string[]): Promise<number> {
  const { seanceId } = await Wall.of(bench);
  const open = await Promise.all(Array.from({ length: connections }, () => bench.bare.getConnection()));
  const slot = 'where seance_id = ? and slot = 1';
  try {
    return await perSecond(learners, connections, async (learner, worker) => {
      const connection = open[worker];
      await connection?.query('begin');
      const locked = await connection?.query<RowDataPacket[]>(
        `select entry_count from seance_attendance_slot ${slot} for update`,
        [seanceId],
      );
      const number = Number(locked?.[0][0]?.['entry_count']) + 1;
      await connection?.query('insert into seance_attendance_entry set ?', [
        rowOf(seanceId, number, learner),
      ]);
      await connection?.query(`update seance_attendance_slot set entry_count = ? ${slot}`, [
        number,
        seanceId,
      ]);
      await connection?.query('commit');
    });
  } finally {
    for (const connection of open) connection.release();
  }
}

function rowOf(seanceId: string, number: number, learner: string): object {
  const hash = '0'.repeat(64);
  const at = '2026-01-05T09:00:00Z';
  return {
    ...{ seance_id: seanceId, slot: 1, number, kind: 'mark', user_id: learner, user_name: learner },
    ...{ by_id: learner, by_name: learner, mark: 'present', minutes: null, note: '', source: 'self' },
    ...{ at, written_at: at, is_clock_wrong: false, is_signed: false, signature: null, device: '' },
    ...{
      ticket: hash.slice(32),
      user_salt: hash,
      user_commitment: hash,
      by_salt: hash,
      by_commitment: hash,
      hash,
    },
  };
}
