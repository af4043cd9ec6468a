import {
  counts,
  noHours,
  type PersonAttendance,
  type Quarter,
  type QuarterlyHours,
  withHalfDay,
} from '../../domain/attendance/hours.js';
import { rollOf, type Slot } from '../../domain/attendance/roll.js';
import { assertInOrder } from '../../domain/closed-day/closed-days.js';
import type { Named } from '../../domain/event/seance-event.js';
import { groupedBy } from '../../domain/grouped.js';
import type { Instant } from '../../domain/time/schedule.js';
import type { CalendarDate } from '../../domain/time/wall-time.js';
import type { SlotSearch } from '../../ports/attendance-repository.js';
import type { Clock } from '../../ports/clock.js';
import type { Directory } from '../../ports/directory.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';
import { sessionOf, type Visit } from '../access/space-access.js';
import { peopleAmong } from '../people-among.js';
import type { PresenceView } from './attendance-view.js';
import { byName, detailed } from './shown-people.js';

/** How many half-days are found at a time, and of how many the logs are in memory: some thousand people may be in one. */
const slotsAtOnce = 1_000;
const logsAtOnce = 20;

/** Days on the clocks of séances, both inclusive; open where one is missing. */
export interface HoursPeriod {
  readonly from?: CalendarDate | undefined;
  readonly to?: CalendarDate | undefined;
}

export interface HoursSearch extends HoursPeriod {
  /** The current one when absent. */
  readonly sessionId?: string | undefined;
}

/** Somebody with their hours. */
export interface PersonHours extends QuarterlyHours {
  readonly user: PresenceView['user'];
}

/** A JSON value. */
export interface SessionHours {
  /** Those in which somebody has a half-day, in order. */
  readonly quarters: readonly Quarter[];
  /** By name. */
  readonly people: readonly PersonHours[];
}

/** How long people were there, by quarter: what providers of trainings have to prove. */
export class ReadHours {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  /**
   * Of everybody who is or was in half-days of a session. Who has left the session stays.
   *
   * @throws Refusal `not-found`, `no-session`, and `validation` at `to` when it is before `from`
   */
  async run(visit: Visit<'enrol'>, { sessionId, ...period }: HoursSearch): Promise<SessionHours> {
    assertPeriod(period);
    const session = sessionOf(visit, sessionId);
    const tallies = await this.tallies({ spaceId: visit.space.id, sessionId: session.id, ...period });
    const known = await peopleAmong(
      (ids) => this.directory.learnersAmong(session.id, ids),
      [...tallies.keys()],
    );
    const details = new Map(known.map((person) => [person.id, person]));
    const people = [...tallies.values()].map(({ user, hours }): PersonHours => ({
      user: detailed(user, details.get(user.id)),
      ...hours,
    }));
    const order = byName(details);
    return {
      quarters: quartersOf(people),
      people: people.sort((one, other) => order(one.user, other.user)),
    };
  }

  /** What is settled of a session, for its host: half-days that are closed, by the ids of people. */
  async settled(sessionId: string): Promise<readonly PersonAttendance[]> {
    const tallies = await this.tallies({ sessionId, isClosed: true });
    return [...tallies.values()].map(({ user, hours }) => ({
      userId: user.id,
      name: user.name,
      ...{ minutes: hours.minutes, halfDays: hours.halfDays, attended: hours.attended },
    }));
  }

  /** By the ids of people, as they are named in the latest log. Some half-days at a time are in memory. */
  private async tallies(search: SlotSearch): Promise<ReadonlyMap<string, Tally>> {
    const now = this.clock.now();
    const tallies = new Map<string, Tally>();
    for (let after: Slot | null = null; ;) {
      const slots: readonly Slot[] = await this.unitOfWork.read(({ attendance }) =>
        attendance.ofSession(search, after, slotsAtOnce),
      );
      for (let first = 0; first < slots.length; first += logsAtOnce)
        await this.add(slots.slice(first, first + logsAtOnce), now, tallies);
      after = slots.at(-1) ?? null;
      if (slots.length < slotsAtOnce) return tallies;
    }
  }

  private async add(slots: readonly Slot[], now: Instant, tallies: Map<string, Tally>): Promise<void> {
    const ids = [...new Set(slots.map(({ seanceId }) => seanceId))];
    const entries = await this.unitOfWork.read(({ attendance }) => attendance.entriesIn(ids, false));
    const logs = groupedBy(entries, ({ seanceId, slot }) => `${seanceId} ${slot}`);
    for (const slot of slots)
      for (const presence of rollOf(logs.get(`${slot.seanceId} ${slot.number}`) ?? []).values()) {
        if (!counts(slot, presence, now)) continue;
        const { user } = presence;
        const hours = withHalfDay(tallies.get(user.id)?.hours ?? noHours, slot, presence);
        tallies.set(user.id, { user, hours });
      }
  }
}

/** What somebody's half-days add up to. */
export interface Tally {
  readonly user: Named;
  readonly hours: QuarterlyHours;
}

/** @throws Refusal `validation` at `to` when it is before `from` */
export function assertPeriod({ from, to }: HoursPeriod): void {
  if (from !== undefined && to !== undefined) assertInOrder({ startsOn: from, endsOn: to }, 'to');
}

function quartersOf(people: readonly PersonHours[]): readonly Quarter[] {
  return [...new Set(people.flatMap(({ quarters }) => quarters.map(({ quarter }) => quarter)))].sort();
}
