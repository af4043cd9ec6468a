import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import type { OpenDatabase } from '../../src/adapters/knex/dialect.js';
import { KnexAttendanceRepository } from '../../src/adapters/knex/knex-attendance-repository.js';
import { NodeDigests } from '../../src/adapters/system/node-digests.js';
import { type AttendanceEntry, findingsIn, type SealedEntry } from '../../src/domain/attendance/entry.js';
import type { Slot } from '../../src/domain/attendance/roll.js';
import { wallTimeIn, shiftInstant, instantFromEpoch } from '../../src/domain/time/schedule.js';
import type { TimeZone } from '../../src/domain/time/time-zone.js';
import { createSeancesPlugin, type SeancesPlugin } from '../../src/index.js';
import { inOrder } from '../support/event-order.js';
import { classOf, presenceHost } from './presence-host.js';
import type { Acknowledged, PresenceOrder, PresenceReport } from './presence-racer.js';

const root = '/plugins/seances/api/v1';
const spaceRoot = `${root}/spaces/space`;
/** After how many answers of each process it is killed, and another takes its place. */
const livesFor = 150;

/** What was written down of a half-day, with what it says of itself. */
interface WrittenSlot {
  readonly slot: Slot;
  readonly entries: readonly SealedEntry[];
}

/** A class whose presence several trainers and everybody in it mark at once, and what they were told. */
export class PresenceRush {
  /** What clients were told was done, by dead processes too. */
  readonly acknowledged: Acknowledged[] = [];
  readonly statuses = new Map<string, number>();
  /** How many processes were killed. */
  deaths = 0;

  private constructor(readonly seanceIds: readonly string[]) {}

  /** Automatic and public, with and without signatures, begun and about to begin. */
  static async in({ knex }: OpenDatabase): Promise<PresenceRush> {
    const plugin = createSeancesPlugin({ ...presenceHost().ports, database: knex });
    const ids: string[] = [];
    for (const enrolmentMode of ['automatic', 'public'])
      for (const startsIn of [-30, -10, 5, 10]) ids.push(await created(plugin, enrolmentMode, startsIn));
    await send(plugin, 'admin', 'PUT', `${root}/admin/settings`, { attendance: 'signed' });
    const userIds = Array.from({ length: classOf }, (_, index) => `learner${index + 1}`);
    for (const id of ids.slice(4))
      await send(plugin, 'trainer1', 'POST', `${spaceRoot}/seances/${id}/enrolments`, { userIds });
    await plugin.stop();
    return new PresenceRush(ids);
  }

  /** A process on each address for so many operations; one more on each is killed again and again meanwhile. */
  async run(addresses: readonly string[], operations: number): Promise<void> {
    const orders = addresses.map((_, index) => ({ seed: index + 1, operations, seances: this.seanceIds }));
    const others = addresses.map((address, index) => this.started(address, orders[index] as PresenceOrder));
    const over = new AbortController();
    const victims = (async () => {
      for (let seed = 100; !over.signal.aborted; seed += 1)
        await this.killed(addresses[seed % addresses.length] ?? '', seed);
    })();
    const ends = await Promise.all(
      others.map(async (child) => (await once(child, 'exit')) as [number | null]),
    );
    over.abort();
    await victims;
    expect(ends.map(([code]) => code)).to.deep.equal(ends.map(() => 0));
  }

  private async killed(address: string, seed: number): Promise<void> {
    const child = this.started(address, { seed, operations: 1_000_000, seances: this.seanceIds });
    const exit = once(child, 'exit');
    let heard = 0;
    child.on('message', () => {
      heard += 1;
      if (heard === livesFor) child.kill('SIGKILL');
    });
    const end = await Promise.race([exit, pause(15_000, undefined, { ref: false })]);
    if (!end) child.kill('SIGKILL');
    await exit;
    this.deaths += 1;
  }

  private started(address: string, order: PresenceOrder): ChildProcess {
    const child = fork(new URL('presence-racer.ts', import.meta.url), {
      execArgv: ['--import', 'tsx'],
      env: { ...process.env, DATABASE_URL: address },
    });
    child.on('message', ({ answer, acknowledged }: PresenceReport) => {
      this.statuses.set(answer, (this.statuses.get(answer) ?? 0) + 1);
      this.acknowledged.push(...acknowledged);
    });
    child.send(order);
    return child;
  }
}

/** That nothing failed, but what waited too long for its turn, which is seldom. */
export function itAnswersPresence(rush: () => PresenceRush): void {
  it('answers every request with what the rules say, and seldom that it is busy', () => {
    const answers = [...rush().statuses];
    const sum = (some: typeof answers) => some.reduce((total, [, count]) => total + count, 0);
    const busy = sum(answers.filter(([answer]) => answer.endsWith(' 503 busy')));
    console.log(`      ${busy} of ${sum(answers)} answers were busy; ${rush().deaths} processes were killed`);
    expect(
      answers.filter(([answer]) => / (5\d\d|422)/.test(answer) && !answer.endsWith(' 503 busy')),
    ).to.deep.equal([]);
    for (const done of ['marks 200', 'confirm 200', 'close 200', 'corrections 200'])
      expect(
        answers.some(([answer]) => answer.endsWith(done)),
        done,
      ).to.equal(true);
    expect(rush().deaths).to.be.greaterThan(0);
    expect(busy / sum(answers)).to.be.below(0.05);
  });
}

/** What has to be so of what was written down, however many processes and databases took part. */
export function itKeepsPresence(rush: () => PresenceRush, database: () => OpenDatabase): void {
  const digests = new NodeDigests();
  let written: readonly WrittenSlot[];

  before('reads what was written down', async () => {
    const attendance = new KnexAttendanceRepository(database().knex);
    const found: WrittenSlot[] = [];
    for (const id of rush().seanceIds)
      for (const { slot } of await attendance.slots(id))
        found.push({ slot, entries: await attendance.entries(id, slot.number) });
    written = found;
  });

  it('has logs that add up: numbers without a gap, each hash of the one before, nothing but corrections after a close', () => {
    expect(written.reduce((sum, { entries }) => sum + entries.length, 0)).to.be.greaterThan(classOf);
    for (const { slot, entries } of written) {
      expect(findingsIn(slot, entries, (text) => digests.sha256(text))).to.deep.equal([]);
      const marks = entries.filter(({ kind }) => kind === 'mark' || kind === 'correction');
      expect(slot.markCount).to.equal(marks.length);
      expect(entries.filter(({ kind }) => kind === 'close').length).to.be.at.most(1);
    }
  });

  it('wrote each roster once', () => {
    for (const { entries } of written) {
      const listed = entries.filter(({ kind }) => kind === 'roster').map(({ user }) => user.id);
      expect(listed).to.deep.equal([...new Set(listed)]);
    }
    expect(written.some(({ slot }) => slot.rosterAt !== null)).to.equal(true);
  });

  it('lost no mark that somebody was told of', () => {
    const logs = new Map(written.map(({ slot, entries }) => [`${slot.seanceId} ${slot.number}`, entries]));
    const lost = rush().acknowledged.filter(
      ({ seanceId, slot, ...told }) =>
        !(logs.get(`${seanceId} ${slot}`) ?? []).some((entry) => isWhatWasTold(entry, told)),
    );
    expect(rush().acknowledged.length).to.be.greaterThan(100);
    expect(lost).to.deep.equal([]);
  });

  it('took each ticket of one person alone', () => {
    for (const { entries } of written) {
      const users = new Map<string, string>();
      for (const { ticket, user } of entries.filter(({ ticket: nonce }) => nonce !== ''))
        expect(users.get(ticket) ?? user.id).to.equal((users.set(ticket, user.id), user.id));
    }
  });

  it('told of each mark, close and correction, in the order of the log', async () => {
    for (const { slot, entries } of written) {
      const rows = (await inOrder(
        database()
          .knex('seance_event')
          .where({ seance_id: slot.seanceId })
          .where('type', 'like', 'attendance.%'),
      )) as { type: string; user_id: string | null; data: string }[];
      const told = rows.flatMap(({ type, user_id: userId, data }) => {
        const { slot: number, mark = null } = JSON.parse(data) as { slot: number; mark?: string };
        return number === slot.number ? [[type, userId, mark]] : [];
      });
      const types = {
        mark: 'attendance.marked',
        correction: 'attendance.corrected',
        close: 'attendance.closed',
      };
      const said = entries.flatMap(({ kind, user, mark }) =>
        kind === 'roster' ? [] : [[types[kind], kind === 'close' ? null : user.id, mark]],
      );
      expect(told).to.deep.equal(said);
    }
  });
}

type Told = Omit<Acknowledged, 'seanceId' | 'slot'>;

function isWhatWasTold({ kind, user, mark, note }: AttendanceEntry, told: Told): boolean {
  return (
    kind === told.kind &&
    (kind === 'close' || user.id === told.userId) &&
    (mark ?? '') === told.mark &&
    (told.note === '' || note === told.note)
  );
}

async function created(
  plugin: SeancesPlugin<unknown>,
  enrolmentMode: string,
  startsIn: number,
): Promise<string> {
  const zone = 'Europe/Brussels' as TimeZone;
  const now = instantFromEpoch(Date.now());
  const [start, end] = [startsIn, startsIn + 59].map((minutes) =>
    wallTimeIn(zone, shiftInstant(now, minutes * 60)),
  );
  const body = { name: 'Atelier', start, end, enrolmentMode };
  return String((await send(plugin, 'trainer1', 'POST', `${spaceRoot}/seances`, body))['id']);
}

async function send(
  plugin: SeancesPlugin<unknown>,
  actor: string,
  method: string,
  path: string,
  body: object,
): Promise<Record<string, unknown>> {
  const response = await plugin.fetch(
    new Request(`http://race.test${path}`, {
      method,
      headers: { 'x-actor': actor, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
    {},
  );
  const answer = (await response.json()) as Record<string, unknown>;
  if (response.status >= 300)
    throw new Error(`${method} ${path} answered ${response.status} ${JSON.stringify(answer)}`);
  return answer;
}
