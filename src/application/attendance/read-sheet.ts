import type { SealedEntry } from '../../domain/attendance/entry.js';
import { type Presence, rollOf, type Slot } from '../../domain/attendance/roll.js';
import {
  type Sheet,
  sheetCell,
  sheetClose,
  type SheetCorrection,
  sheetCorrections,
  type SheetPerson,
  type SheetSlot,
} from '../../domain/attendance/sheet.js';
import { assertInOrder, lengthInDays } from '../../domain/closed-day/closed-days.js';
import { placeLine } from '../../domain/location/location.js';
import { Refusal } from '../../domain/refusal.js';
import { parseTimeZone, type TimeZone } from '../../domain/time/time-zone.js';
import { type CalendarDate, dateOf } from '../../domain/time/wall-time.js';
import type { Clock } from '../../ports/clock.js';
import type { ListedSeance } from '../../ports/seance-repository.js';
import type { SheetWriter } from '../../ports/sheet-writer.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';
import { sessionOf, type Visit } from '../access/space-access.js';
import type { ReadSettings } from '../settings/read-settings.js';
import type { PresenceView } from './attendance-view.js';
import type { ReadAttendance } from './read-attendance.js';

/** As what a sheet is taken along, and by whom it is read. */
export interface SheetOrder {
  /** To be signed on paper. */
  readonly isBlank: boolean;
  /** BCP 47 tag. */
  readonly language: string;
}

/** Which séances of a space: of its current session when none is named. Both days are in it. */
export interface SheetPeriod {
  readonly sessionId?: string | undefined;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** A file, and what it is of. */
export interface WrittenSheet {
  readonly of: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A half-day with who is to be in it, and what its log says. */
interface ListedSlot {
  readonly listed: ListedSeance;
  readonly slot: Slot;
  readonly entries: readonly SealedEntry[];
  readonly roll: ReadonlyMap<string, Presence>;
  readonly people: readonly PresenceView['user'][];
}

/** In days. */
const longestPeriod = 31;
/** Some 200 half-days are as many columns, on more than thirty pages for every few people. */
const mostSeances = 100;

/** The sheet of presence ("feuille d'émargement") of a séance, or of all séances of some days: as they are, or blank. */
export class ReadSheet {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly readSettings: ReadSettings,
    private readonly readAttendance: ReadAttendance,
    private readonly writer: SheetWriter,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `not-found`, `seance-cancelled`, and `attendance-off` but for a blank one */
  async ofSeance(visit: Visit<'enrol'>, id: string, order: SheetOrder): Promise<WrittenSheet> {
    const listed = await this.unitOfWork.read(({ seances }) => seances.get(visit.space.id, id));
    if (listed.seance.cancelled) throw new Refusal('seance-cancelled');
    const slots = await this.slotsOf(visit, [listed]);
    return { of: listed.seance.name, bytes: await this.write(visit, listed.seance.sessionId, slots, order) };
  }

  /**
   * Without the séances that do not take place.
   *
   * @throws Refusal `not-found`, `no-session`, `too-many-rows`, and `attendance-off` but for a blank one; `validation` at `to`
   * when it is before `from`, or the period has more than 31 days
   */
  async ofPeriod(visit: Visit<'enrol'>, period: SheetPeriod, order: SheetOrder): Promise<WrittenSheet> {
    const { from, to } = period;
    assertInOrder({ startsOn: from, endsOn: to }, 'to');
    if (lengthInDays({ startsOn: from, endsOn: to }) > longestPeriod)
      throw Refusal.field('to', 'period-too-long', { days: longestPeriod });
    const session = sessionOf(visit, period.sessionId);
    const { items, total } = await this.unitOfWork.read(({ seances }) =>
      seances.list({
        ...{ spaceId: visit.space.id, sessionId: session.id, terms: [], from, to, cancelled: false },
        ...{ now: this.clock.now(), sort: 'start', descending: false },
        ...{ page: 1, size: 'all', most: mostSeances },
      }),
    );
    if (total > mostSeances) throw new Refusal('too-many-rows');
    const slots = (await this.slotsOf(visit, items)).filter(({ slot }) => {
      const day = dateOf(slot.start);
      return from <= day && day <= to;
    });
    return { of: session.name, bytes: await this.write(visit, session.id, slots, order) };
  }

  private async slotsOf(visit: Visit, all: readonly ListedSeance[]): Promise<readonly ListedSlot[]> {
    const found: ListedSlot[] = [];
    for (const listed of all) {
      const { seance, slots, entries: logs } = await this.readAttendance.book(visit, listed.seance.id);
      for (const { slot } of slots) {
        const entries = logs.get(slot.number) ?? [];
        const roll = rollOf(entries);
        const people = await this.readAttendance.people(seance, slot, roll);
        found.push({ listed, slot, entries, roll, people });
      }
    }
    return found.sort((one, other) => (one.slot.startsAt < other.slot.startsAt ? -1 : 1));
  }

  private async write(
    { platformId, actor, space, sessions }: Visit,
    sessionId: string,
    slots: readonly ListedSlot[],
    { isBlank, language }: SheetOrder,
  ): Promise<Uint8Array<ArrayBuffer>> {
    const settings = await this.readSettings.run(platformId);
    if (settings.attendance === 'off' && !isBlank) throw new Refusal('attendance-off');
    const { providerName: name, providerNumber: number, providerLogo: logo } = settings;
    const ownZone = parseTimeZone(actor.timeZone) ?? ('UTC' as TimeZone);
    const sheet: Sheet = {
      provider: { name, number, logo },
      session: sessions.find(({ id }) => id === sessionId)?.name ?? '',
      space: space.name,
      isBlank,
      slots: slots.map(sheetSlot),
      people: peopleOf(slots, await this.readAttendance.detailedByName(sessionId, everybodyIn(slots))),
      corrections: slots.flatMap(correctionsOf),
      writtenAt: this.clock.now(),
      timeZone: slots[0]?.slot.timeZone ?? ownZone,
    };
    return this.writer.write(sheet, language);
  }
}

/** Everybody of some half-days, each once. */
function everybodyIn(slots: readonly ListedSlot[]): readonly PresenceView['user'][] {
  return [...new Map(slots.flatMap(({ people }) => people.map((user) => [user.id, user] as const))).values()];
}

function sheetSlot({ listed: { seance, location }, slot, entries }: ListedSlot): SheetSlot {
  const { start, end, timeZone, minutes } = slot;
  return {
    ...{ seanceName: seance.name, start, end, timeZone, minutes, place: placeLine(location) },
    isOnline: seance.onlineUrl !== null,
    trainers: seance.trainers.map(({ name }) => name),
    closed: sheetClose(entries),
  };
}

function peopleOf(
  slots: readonly ListedSlot[],
  everybody: readonly PresenceView['user'][],
): readonly SheetPerson[] {
  const listed = slots.map(({ people }) => new Set(people.map(({ id }) => id)));
  return everybody.map(({ id, name, detail = '' }) => ({
    name,
    detail,
    cells: slots.map(({ roll }, index) => (listed[index]?.has(id) ? sheetCell(roll.get(id)) : 'outside')),
  }));
}

/** In the order in which they were made. */
function correctionsOf({ roll }: ListedSlot, index: number): readonly SheetCorrection[] {
  const all = [...roll.values()].flatMap((presence) => sheetCorrections(presence.user.name, index, presence));
  return all.sort((one, other) => (one.at < other.at ? -1 : 1));
}
