import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { KnexUnitOfWork } from '../../src/adapters/knex/knex-unit-of-work.js';
import type { NoticeItemRow, NoticeRow } from '../../src/adapters/knex/tables.js';
import { SystemClock } from '../../src/adapters/system/system-clock.js';
import type { SeanceEvent } from '../../src/domain/event/seance-event.js';
import type { NoticeFacts } from '../../src/domain/notice/change-set.js';
import { shiftInstant } from '../../src/domain/time/schedule.js';
import type { TestDatabase } from '../support/databases.js';
import { enrolmentIn } from '../support/enrolments.js';
import type { MailServer } from '../support/mail-server.js';
import { seanceEvent } from '../support/seance-events.js';
import { seanceRecord } from '../support/seance-records.js';

const where = { spaceId: 'space', sessionId: 'session' };
const seances = 200;
/** Of each séance: so often is it quiet for long enough that people are told, and so often is it moved in between. */
const [rounds, moves] = [5, 20] as const;
/** Long enough ago that all of it has closed. */
const begun = shiftInstant(new SystemClock().now(), -24 * 3_600);
/** In seconds. */
const [betweenRounds, betweenMoves] = [900, 5] as const;

export const events = seances * rounds * moves;
/** Of two learners in each séance. */
export const promises = seances * rounds * 2;

/** What somebody was told of a séance: where it was, and where it is. */
export interface Told {
  readonly noticeId: string;
  readonly userId: string;
  readonly seanceId: string;
  readonly before: string;
  readonly after: string;
}

/** What a séance is told to have been moved to, at the end of each round. */
export const stations: readonly string[] = Array.from({ length: rounds + 1 }, (_, round) =>
  startAt(round * moves),
);

function startAt(move: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `2999-01-${two(5 + Math.floor(move / 60))}T09:${two(move % 60)}`;
}

/** Séances that were moved again and again, learners who are to be told of it, and processes that tell them. */
export class TellingRun {
  private readonly children: ChildProcess[] = [];
  private later = 0;
  deaths = 0;

  private constructor(
    private readonly database: TestDatabase,
    private readonly server: MailServer,
  ) {}

  static async in(database: TestDatabase, server: MailServer): Promise<TellingRun> {
    const work = new KnexUnitOfWork(database.open);
    const made = { createdAt: begun, updatedAt: begun };
    const records = Array.from({ length: seances }, () =>
      seanceRecord({ ...where, ...made, start: startAt(0), enrolmentMode: 'public' }),
    );
    await work.write(({ seances: all }) => all.insert(records));
    const ids = records.map(({ seance }) => seance.id);
    const enrolments = ids.flatMap((id, index) =>
      [0, 1].map((one) => enrolmentIn({ id, ...where }, `learner${((2 * index + one) % 60) + 1}`, one + 1)),
    );
    await work.write(({ enrolments: all }) => all.insert(enrolments));
    for (let move = 0; move < rounds * moves; move += 1) {
      const moved = ids.map((id) => moveOf(id, move));
      await work.write(({ events: all }) => all.append(moved));
    }
    return new TellingRun(database, server);
  }

  start(count: number): void {
    for (let index = 0; index < count; index += 1) this.fork(index);
  }

  /** As a machine that fails: without a last word. Another process takes its place. */
  async kill(index: number): Promise<void> {
    const child = this.children[index];
    if (!child) throw new Error(`There is no process ${index}.`);
    await end(child);
    this.deaths += 1;
    this.fork(index);
  }

  /** What the dead had claimed is free again. */
  passClaims(): void {
    this.later += 601;
    for (const child of this.children) child.send(this.later);
  }

  async stop(): Promise<void> {
    await Promise.all(this.children.map(end));
  }

  /** How far they are: of the events that are derived, and the mails that have come, each from 0 to 1. */
  async progress(): Promise<number> {
    const [left] = await this.database.knex('seance_event').whereNotNull('derive_at').count({ count: '*' });
    const derived = 1 - Number(left?.count) / events;
    const mailed = new Set(this.server.mails.map(({ messageId }) => messageId)).size;
    return (derived + mailed / promises) / 2;
  }

  /** Waits until they are so far, or nothing has come for so many milliseconds. */
  async until(progress: number, patience = 8_000): Promise<void> {
    let [last, since] = [-1, Date.now()];
    for (;;) {
      const now = await this.progress();
      if (now >= progress || (now === last && Date.now() - since > patience)) return;
      if (now !== last) [last, since] = [now, Date.now()];
      await pause(20);
    }
  }

  /** What is stored, by the set's time. */
  async told(): Promise<readonly Told[]> {
    const rows = (await this.database
      .knex('seance_notice as n')
      .join('seance_notice_item as i', 'i.set_id', 'n.set_id')
      .join('seance_notice_set as s', 's.id', 'n.set_id')
      .where('n.kind', 'change')
      .orderBy(['s.closes_at', 'n.id'])
      .select('n.id', 'n.user_id', 'i.seance_id', 'i.data')) as (Pick<NoticeRow, 'id' | 'user_id'> &
      Pick<NoticeItemRow, 'seance_id' | 'data'>)[];
    return rows.map((row) => {
      const { before, after } = (JSON.parse(row.data) as NoticeFacts).differences['start'] ?? {};
      const told = { noticeId: row.id, userId: row.user_id, seanceId: row.seance_id };
      return { ...told, before: String(before), after: String(after) };
    });
  }

  private fork(index: number): void {
    const child = fork(
      new URL('telling-process.ts', import.meta.url),
      [this.database.address, this.server.url],
      { execArgv: ['--import', 'tsx'] },
    );
    child.send(this.later);
    this.children[index] = child;
  }
}

function moveOf(seanceId: string, move: number): SeanceEvent {
  const [round, step] = [Math.floor(move / moves), move % moves];
  const at = shiftInstant(begun, round * betweenRounds + step * betweenMoves);
  const data = {
    changed: ['start'],
    before: { start: startAt(move) },
    after: { start: startAt(move + 1) },
  };
  return seanceEvent(seanceId, 'seance.edited', { ...where, at, data });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
