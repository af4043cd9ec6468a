import type { SealedEntry } from '../../domain/attendance/entry.js';
import { type HalfDayBreak, opensAt } from '../../domain/attendance/half-days.js';
import {
  newSlots,
  type Presence,
  rollOf,
  sharedDevices,
  type Slot,
  stateOfSlot,
} from '../../domain/attendance/roll.js';
import type { Named } from '../../domain/event/seance-event.js';
import { groupedBy } from '../../domain/grouped.js';
import { Refusal } from '../../domain/refusal.js';
import type { Seance } from '../../domain/seance/seance.js';
import { halfDayBreakOf, type Settings } from '../../domain/settings/settings.js';
import { type CheckInSlot, noCheckIn, type SlotCheckIn } from '../../ports/attendance-repository.js';
import type { Clock } from '../../ports/clock.js';
import type { Directory } from '../../ports/directory.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';
import type { Visit } from '../access/space-access.js';
import { wholeList } from '../page-walk.js';
import { peopleAmong } from '../people-among.js';
import type { ReadSettings } from '../settings/read-settings.js';
import { AskedPeople } from './asked-people.js';
import {
  type AttendanceView,
  type PresenceView,
  presenceView,
  type SlotView,
  unmarkedView,
} from './attendance-view.js';
import { byName, detailed, shown } from './shown-people.js';

/** The half-days of a séance with their logs, as they are or, where nothing is written down, as they would be. */
export interface ReadBook {
  readonly mode: Settings['attendance'];
  readonly seance: Seance;
  readonly pause: HalfDayBreak;
  readonly slots: readonly CheckInSlot[];
  /** By the number of the half-day. */
  readonly entries: ReadonlyMap<number, readonly SealedEntry[]>;
}

/** Who was there: staff read everybody, a learner what is written of themselves. */
export class ReadAttendance {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly readSettings: ReadSettings,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `not-found` */
  async run(visit: Visit, seanceId: string): Promise<AttendanceView> {
    const { mode, seance, pause, slots, entries } = await this.book(visit, seanceId);
    const begun = slots.some(({ slot }) => slot.markCount > 0);
    if (mode === 'off' || seance.cancelled) return { mode, break: pause, begun, slots: [] };
    const views: SlotView[] = [];
    for (const one of slots)
      views.push(await this.slotView(visit, seance, one, entries.get(one.slot.number) ?? []));
    return { mode, break: pause, begun, slots: views };
  }

  /** One half-day. @throws Refusal `not-found` */
  async slot(visit: Visit, seanceId: string, number: number): Promise<SlotView> {
    const { seance, slots, entries } = await this.book(visit, seanceId);
    const found = slots.find(({ slot }) => slot.number === number);
    if (!found) throw new Refusal('not-found');
    return this.slotView(visit, seance, found, entries.get(number) ?? []);
  }

  /** @throws Refusal `not-found` */
  async book({ space, platformId }: Visit, seanceId: string): Promise<ReadBook> {
    return this.unitOfWork.read(async (repositories) => {
      const { seances, attendance } = repositories;
      const settings = await this.readSettings.within(repositories, platformId);
      const mode = settings.attendance;
      const { seance } = await seances.get(space.id, seanceId);
      const pause = (await attendance.breakOf(seanceId)) ?? halfDayBreakOf(settings);
      const stored = await attendance.slots(seanceId);
      if (stored.length === 0)
        return {
          mode,
          seance,
          pause,
          slots: unwritten(seance, pause),
          entries: new Map<number, SealedEntry[]>(),
        };
      const entries = groupedBy(await attendance.entries(seanceId), ({ slot }) => slot);
      return { mode, seance, pause, slots: stored, entries };
    });
  }

  /** Who is to be in a half-day: by its roster, and before that who is in now. */
  async people(
    seance: Seance,
    { rosterAt }: Slot,
    roll: ReadonlyMap<string, Presence>,
  ): Promise<readonly PresenceView['user'][]> {
    if (rosterAt !== null) return [...roll.values()].map(({ user }) => user);
    if (seance.enrolmentMode === 'automatic') {
      const { items } = await wholeList((page) => this.directory.learners(seance.sessionId, page));
      return withOthers(items.map(shown), roll);
    }
    const inNow = await this.unitOfWork.read((repositories) =>
      AskedPeople.none.everybodyIn(repositories, seance),
    );
    return withOthers(inNow, roll);
  }

  /** The same people by name, with what the host tells of them today. */
  async detailedByName(
    sessionId: string,
    people: readonly PresenceView['user'][],
  ): Promise<readonly PresenceView['user'][]> {
    const known = await peopleAmong(
      (ids) => this.directory.learnersAmong(sessionId, ids),
      people.map(({ id }) => id),
    );
    const details = new Map(known.map((person) => [person.id, person]));
    return people.map((one) => detailed(one, details.get(one.id))).sort(byName(details));
  }

  private async slotView(
    { actor, permissions }: Visit,
    seance: Seance,
    { slot, checkIn }: CheckInSlot,
    entries: readonly SealedEntry[],
  ): Promise<SlotView> {
    const now = this.clock.now();
    const roll = rollOf(entries);
    const shared = sharedDevices(entries);
    const isForStaff = permissions.enrol;
    const people = isForStaff
      ? await this.everybody(seance, slot, roll)
      : await this.own(seance, slot, roll, actor);
    const views = people.map((user) => {
      const presence = roll.get(user.id);
      return presence ? presenceView(user, presence, shared.has(user.id), isForStaff) : unmarkedView(user);
    });
    return slotViewOf(slot, checkIn, entries, views, now);
  }

  private async everybody(
    seance: Seance,
    slot: Slot,
    roll: ReadonlyMap<string, Presence>,
  ): Promise<readonly PresenceView['user'][]> {
    const people = await this.people(seance, slot, roll);
    // The host has just told of them, in its order.
    const isTold = slot.rosterAt === null && seance.enrolmentMode === 'automatic';
    return isTold ? people : this.detailedByName(seance.sessionId, people);
  }

  /** The actor alone, when they are to be in a half-day. */
  private async own(
    seance: Seance,
    { rosterAt }: Slot,
    roll: ReadonlyMap<string, Presence>,
    { id, name }: Named,
  ): Promise<readonly Named[]> {
    if (roll.has(id) || rosterAt !== null) return roll.has(id) ? [{ id, name }] : [];
    const question = { sessionId: seance.sessionId, userIds: [id], isWhole: false };
    const people =
      seance.enrolmentMode === 'automatic'
        ? await AskedPeople.ask(this.directory, question)
        : AskedPeople.none;
    return this.unitOfWork.read((repositories) => people.inNow(repositories, seance, [id]));
  }
}

function slotViewOf(
  slot: Slot,
  checkIn: SlotCheckIn,
  entries: readonly SealedEntry[],
  views: readonly PresenceView[],
  now: SlotView['startsAt'],
): SlotView {
  const { number: id, start, end, timeZone, startsAt, endsAt, minutes } = slot;
  const state = stateOfSlot(slot, now);
  const isCheckedIn = checkIn.letters !== null && checkIn.until !== null && now <= checkIn.until;
  const close = entries.find(({ kind }) => kind === 'close');
  return {
    ...{ id, start, end, timeZone, startsAt, endsAt, opensAt: opensAt(slot), minutes, state },
    checkIn: state === 'open' && isCheckedIn && checkIn.until ? { until: checkIn.until } : null,
    closed: close ? { by: close.by, at: close.at, signed: close.isSigned } : null,
    entries: views,
  };
}

function unwritten(seance: Seance, pause: HalfDayBreak): readonly CheckInSlot[] {
  return newSlots(seance, pause).map((slot) => ({ slot, checkIn: noCheckIn }));
}

/** Those who were marked and are not, or not any more, among who is in. */
function withOthers(
  people: readonly PresenceView['user'][],
  roll: ReadonlyMap<string, Presence>,
): readonly PresenceView['user'][] {
  const known = new Set(people.map(({ id }) => id));
  const others = [...roll.values()].map(({ user }) => user).filter(({ id }) => !known.has(id));
  return [...people, ...others];
}
