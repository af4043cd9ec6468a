import {
  counts,
  creditOf,
  noHours,
  type QuarterlyHours,
  withHalfDay,
} from '../../domain/attendance/hours.js';
import type { Mark } from '../../domain/attendance/mark.js';
import { type Presence, rollOf, type Slot } from '../../domain/attendance/roll.js';
import { groupedBy } from '../../domain/grouped.js';
import type { PageOf, PageRequest } from '../../domain/page.js';
import type { TimeZone } from '../../domain/time/time-zone.js';
import type { WallTime } from '../../domain/time/wall-time.js';
import type { OwnSlot } from '../../ports/attendance-repository.js';
import type { Clock } from '../../ports/clock.js';
import type { Actor } from '../../ports/identity.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';
import type { SeenSessions } from '../access/seen-sessions.js';
import { type PresenceView, presenceView } from './attendance-view.js';
import { assertPeriod, type HoursPeriod } from './read-hours.js';

/** A half-day of the reader's. A JSON value. */
export interface OwnHalfDay extends Pick<PresenceView, 'minutes' | 'note' | 'signed' | 'correction'> {
  readonly seance: {
    readonly id: string;
    readonly spaceId: string;
    readonly name: string;
    readonly timeZone: TimeZone;
  };
  readonly slot: number;
  readonly start: WallTime;
  readonly end: WallTime;
  readonly mark: Mark | null;
  /** How many minutes of it count. */
  readonly credited: number;
}

export interface OwnAttendance extends PageOf<OwnHalfDay>, QuarterlyHours {}

type OwnPresence = OwnSlot & { readonly presence: Presence };

/** What is written down of somebody, in all spaces that they may open, and the hours that it adds up to. */
export class ReadOwnAttendance {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly seenSessions: SeenSessions,
    private readonly clock: Clock,
  ) {}

  /** The latest first. @throws Refusal `validation` at `to` when it is before `from` */
  async run(actor: Actor, { page, size, ...period }: HoursPeriod & PageRequest): Promise<OwnAttendance> {
    assertPeriod(period);
    const own = await this.own(actor, period);
    const hours = own.reduce((sum, { slot, presence }) => withHalfDay(sum, slot, presence), noHours);
    const items = own.slice((page - 1) * size, page * size).map((one) => viewOf(actor, one));
    return { ...hours, items, total: own.length };
  }

  private async own(actor: Actor, period: HoursPeriod): Promise<readonly OwnPresence[]> {
    const now = this.clock.now();
    const all = await this.unitOfWork.read(({ attendance }) => attendance.ofUser(actor.id, period));
    const located = all.map((one) => ({ ...one, spaceId: one.slot.spaceId, sessionId: one.slot.sessionId }));
    const seen = await this.seenSessions.among(actor, located);
    const ids = [...new Set(seen.map(({ slot }) => slot.seanceId))];
    const entries = await this.unitOfWork.read(({ attendance }) => attendance.entriesOf(actor.id, ids));
    const logs = groupedBy(entries, ({ seanceId, slot }) => `${seanceId} ${slot}`);
    return seen.flatMap(({ slot, seanceName }) => {
      const presence = rollOf(logs.get(keyOf(slot)) ?? []).get(actor.id);
      return presence && counts(slot, presence, now) ? [{ slot, seanceName, presence }] : [];
    });
  }
}

function keyOf({ seanceId, number }: Slot): string {
  return `${seanceId} ${number}`;
}

function viewOf({ id, name }: Actor, { slot, seanceName, presence }: OwnPresence): OwnHalfDay {
  const { mark, minutes, note, signed, correction } = presenceView({ id, name }, presence, false, false);
  const { seanceId, spaceId, timeZone, number, start, end } = slot;
  return {
    seance: { id: seanceId, spaceId, name: seanceName, timeZone },
    ...{ slot: number, start, end, mark },
    ...(minutes !== undefined && { minutes }),
    ...(note !== undefined && { note }),
    signed,
    ...(correction !== undefined && { correction }),
    credited: creditOf(slot, presence),
  };
}
