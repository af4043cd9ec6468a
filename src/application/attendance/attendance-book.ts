import {
  type AttendanceEntry,
  type EntryKind,
  type SealedEntry,
  sealEntry,
} from '../../domain/attendance/entry.js';
import type { Mark, MarkSource } from '../../domain/attendance/mark.js';
import type { Signature } from '../../domain/attendance/signature.js';
import { newSlots, rollOf, type Presence, type Slot, stateOfSlot } from '../../domain/attendance/roll.js';
import type { Named } from '../../domain/event/seance-event.js';
import { Refusal } from '../../domain/refusal.js';
import type { Seance } from '../../domain/seance/seance.js';
import { halfDayBreakOf, type Settings } from '../../domain/settings/settings.js';
import { cutTo, wellFormed } from '../../domain/text/cut.js';
import type { Instant } from '../../domain/time/schedule.js';
import { type CheckInSlot, noCheckIn } from '../../ports/attendance-repository.js';
import type { Digests } from '../../ports/digests.js';
import type { Fact } from '../event/event-recorder.js';
import type { Transaction } from '../transactions.js';
import type { AskedPeople } from './asked-people.js';
import { type AttendedAddress, lockAttended } from './lock-attended.js';

/** As long as a name is kept. */
const longestName = 255;

/** What is written into the log of a half-day; the rest is what it mostly is. */
export interface Written {
  readonly kind: EntryKind;
  readonly user: Named;
  readonly mark?: Mark;
  readonly minutes?: number | null;
  readonly note?: string;
  readonly source?: MarkSource;
  /** Default: now. */
  readonly at?: Instant;
  readonly isClockWrong?: boolean;
  readonly isSigned?: boolean;
  readonly signature?: Signature | null;
  readonly device?: string;
  readonly ticket?: string;
}

/** What was read of the log of a half-day: all of these people, and of these tickets. */
interface ReadLog {
  readonly userIds: ReadonlySet<string>;
  readonly tickets: ReadonlySet<string>;
  readonly entries: readonly SealedEntry[];
}

/**
 * The half-days of one séance while they are locked: reads their logs, adds to them, and stores at the end what was added.
 * The séance is locked before its half-days, so that nobody moves, cancels or enrols into it meanwhile.
 */
export class AttendanceBook {
  private readonly added: SealedEntry[] = [];
  private readonly facts: Fact[] = [];
  private readonly changed = new Set<number>();
  private readonly logs = new Map<number, ReadLog>();

  private constructor(
    private readonly transaction: Transaction,
    private readonly digests: Digests,
    readonly seance: Seance,
    readonly settings: Settings,
    private readonly people: AskedPeople,
    private readonly known: Map<number, CheckInSlot>,
  ) {}

  /**
   * Locks a séance and its half-days, which are written down when they are not, and the rosters of those that have begun.
   *
   * @throws Refusal `attendance-off`, `not-found`, `seance-cancelled`; RosterMissing when the host has to be asked first.
   */
  static async open(
    transaction: Transaction,
    digests: Digests,
    address: AttendedAddress,
    people: AskedPeople,
  ): Promise<AttendanceBook> {
    const { settings, seance } = await lockAttended(transaction, address);
    const stored = await transaction.attendance.lockSlots(seance.id);
    const known = new Map(stored.map((one) => [one.slot.number, one]));
    const book = new AttendanceBook(transaction, digests, seance, settings, people, known);
    if (stored.length === 0) await book.cut();
    await book.listDue();
    return book;
  }

  get slots(): readonly Slot[] {
    return [...this.known.values()].map(({ slot }) => slot);
  }

  /** @throws Refusal `not-found` */
  slot(number: number): Slot {
    return this.checkInSlot(number).slot;
  }

  /** @throws Refusal `not-found` */
  checkInSlot(number: number): CheckInSlot {
    const known = this.known.get(number);
    if (!known) throw new Refusal('not-found');
    return known;
  }

  /** A half-day that may be marked now. @throws Refusal `not-found`, `slot-not-open`, `slot-closed` */
  openSlot(number: number): Slot {
    const slot = this.slot(number);
    const state = stateOfSlot(slot, this.transaction.now);
    if (state === 'not-open') throw new Refusal('slot-not-open');
    if (state === 'closed') throw new Refusal('slot-closed');
    return slot;
  }

  /**
   * What the log says of some people, those left out who are not in it, and of who used some tickets. It is read once: a
   * class that checks in together is asked for together, and then one by one.
   */
  async about(number: number, userIds: readonly string[], tickets: readonly string[] = []) {
    const read = await this.read(number, userIds, tickets);
    const added = this.added.filter(({ slot }) => slot === number);
    const [ids, used] = [new Set(userIds), new Set(tickets)];
    const all = [...read, ...added].filter(({ user, ticket }) => ids.has(user.id) || used.has(ticket));
    return { entries: all, roll: rollOf(all) };
  }

  /** What the log says of everybody in it. */
  async roll(number: number): Promise<ReadonlyMap<string, Presence>> {
    const entries = await this.transaction.attendance.entries(this.seance.id, number);
    return rollOf([...entries, ...this.added.filter(({ slot }) => slot === number)]);
  }

  /** Those of some people who are to be there, with their names: by the roster, and before it is written by who is in now. */
  async rosterAmong(number: number, userIds: readonly string[]): Promise<ReadonlyMap<string, Named>> {
    const { roll } = await this.about(number, userIds);
    const listed = new Map([...roll].map(([id, { user }]) => [id, user]));
    if (this.slot(number).rosterAt !== null) return listed;
    const others = userIds.filter((id) => !listed.has(id));
    const inNow = await this.people.inNow(this.transaction, this.seance, others);
    return new Map([...listed, ...inNow.map((one) => [one.id, one] as const)]);
  }

  /** Adds to the log, in order. */
  write(number: number, by: Named, entries: readonly Written[]): void {
    const { slot, checkIn } = this.checkInSlot(number);
    let { entryCount, lastHash } = slot;
    const writtenAt = this.transaction.now;
    for (const written of entries) {
      entryCount += 1;
      const entry = this.entry(number, entryCount, by, written, writtenAt);
      const salts = { user: this.digests.random(), by: this.digests.random() };
      const sealed = sealEntry(entry, salts, lastHash, (text) => this.digests.sha256(text));
      lastHash = sealed.hash;
      this.added.push(sealed);
    }
    const marks = entries.filter(({ mark }) => mark !== undefined).length;
    const after = { ...slot, entryCount, lastHash, markCount: slot.markCount + marks };
    this.known.set(number, { slot: after, checkIn });
    this.changed.add(number);
  }

  /** Changes what is stored of a half-day beside its log. */
  change(number: number, changes: Partial<Pick<Slot, 'rosterAt' | 'closedAt' | 'isSigned'>>): void {
    const { slot, checkIn } = this.checkInSlot(number);
    this.known.set(number, { slot: { ...slot, ...changes }, checkIn });
    this.changed.add(number);
  }

  /** Lets learners check in no more. */
  async endCheckIn(number: number): Promise<void> {
    const { checkIn } = this.checkInSlot(number);
    const key = { seanceId: this.seance.id, slot: number };
    await this.transaction.attendance.updateCheckIn(key, { ...checkIn, letters: null, until: null });
  }

  /** Says what happened, when all is stored. */
  tell(fact: Omit<Fact, 'seance'>): void {
    this.facts.push({ ...fact, seance: this.seance });
  }

  /** Writes down who is to be there, as it is now. */
  async list(number: number): Promise<void> {
    const { now } = this.transaction;
    const people = await this.people.everybodyIn(this.transaction, this.seance);
    this.change(number, { rosterAt: now });
    const nobody = { id: '', name: '' };
    this.write(
      number,
      nobody,
      people.map((user) => ({ kind: 'roster', user })),
    );
  }

  /** Stores what was added, and what happened. */
  async flush(): Promise<void> {
    await this.transaction.attendance.append(this.added);
    for (const number of this.changed) await this.transaction.attendance.updateSlot(this.slot(number));
    if (this.facts.length > 0) await this.transaction.record(null, this.transaction.now, this.facts);
  }

  /** What is stored of a log, at least all of some people and tickets, by numbers: nobody adds to it while it is locked. */
  private async read(
    slot: number,
    userIds: readonly string[],
    tickets: readonly string[],
  ): Promise<readonly SealedEntry[]> {
    const log = this.logs.get(slot) ?? { userIds: new Set(), tickets: new Set(), entries: [] };
    const people = userIds.filter((id) => !log.userIds.has(id));
    const others = tickets.filter((ticket) => !log.tickets.has(ticket));
    if (people.length + others.length === 0) return log.entries;
    const key = { seanceId: this.seance.id, slot };
    const found = await this.transaction.attendance.entriesAbout(key, people, others);
    const entries = new Map([...log.entries, ...found].map((entry) => [entry.number, entry]));
    const after = {
      userIds: new Set([...log.userIds, ...people]),
      tickets: new Set([...log.tickets, ...others]),
      entries: [...entries.values()].sort((one, other) => one.number - other.number),
    };
    this.logs.set(slot, after);
    return after.entries;
  }

  private entry(
    slot: number,
    number: number,
    by: Named,
    written: Written,
    writtenAt: Instant,
  ): AttendanceEntry {
    // What is hashed is what the database gives back.
    const named = ({ id, name }: Named): Named => ({ id, name: cutTo(longestName, wellFormed(name)) });
    return {
      ...{ seanceId: this.seance.id, slot, number, kind: written.kind },
      ...{ user: named(written.user), by: named(by) },
      ...{ mark: written.mark ?? null, minutes: written.minutes ?? null, note: written.note ?? '' },
      ...{ source: written.source ?? 'staff', at: written.at ?? writtenAt, writtenAt },
      ...{ isClockWrong: written.isClockWrong ?? false, isSigned: written.isSigned ?? false },
      ...{ signature: written.signature ?? null, device: written.device ?? '', ticket: written.ticket ?? '' },
    };
  }

  private async cut(): Promise<void> {
    const { attendance } = this.transaction;
    const pause = (await attendance.breakOf(this.seance.id)) ?? halfDayBreakOf(this.settings);
    const slots = newSlots(this.seance, pause);
    await attendance.insertSlots(slots);
    for (const slot of slots) this.known.set(slot.number, { slot, checkIn: noCheckIn });
  }

  /** Writes the rosters of half-days that have begun. */
  private async listDue(): Promise<void> {
    const { now } = this.transaction;
    for (const { number, startsAt, rosterAt } of this.slots)
      if (startsAt <= now && rosterAt === null) await this.list(number);
  }
}
