import { Refusal } from '../../domain/refusal.js';
import { type ClosedDays, type DayRange, lengthInDays } from '../../domain/closed-day/closed-days.js';
import type { CalendarDate } from '../../domain/time/wall-time.js';
import type { CalendarReader, SkippedEvent } from '../../ports/calendar-reader.js';
import type { Clock } from '../../ports/clock.js';
import type { AttemptKey } from '../../ports/idempotency-repository.js';
import type { Repositories } from '../../ports/unit-of-work.js';
import type { Administration } from '../access/space-access.js';
import { once } from '../once.js';
import type { Transactions } from '../transactions.js';
import type { ClosedDayViews, FallingSeances } from './closed-day-views.js';

/** What an import would add. */
export interface ImportPreview {
  /** By first day; those that are there already have `isKnown`. */
  readonly days: readonly (ClosedDays & { readonly isKnown: boolean })[];
  /** The first thousand of what is left out. */
  readonly skipped: readonly SkippedEvent[];
  readonly skippedTotal: number;
  readonly seances: FallingSeances;
}

export interface ImportResult {
  readonly added: number;
  /** How many were there already, with the same name and the same days. */
  readonly known: number;
  readonly seances: FallingSeances;
}

/** The most days that one calendar may close, however many events they are in. */
const mostDays = 10_000;

/** When a calendar has more, events of more than a year are left out: they are no holidays. */
const mostDaysOfHolidays = 366;

/** Events that recur without an end are read from this year to ten years on. */
const yearsAhead = 10;
const namedSkips = 1_000;

/** Closes the all-day events of a calendar, such as school holidays. Importing it again adds nothing twice. */
export class ImportClosedDays {
  constructor(
    private readonly transactions: Transactions,
    private readonly reader: CalendarReader,
    private readonly views: ClosedDayViews,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `validation` when the text is not a calendar, has too many days or none. */
  async preview({ platformId }: Administration, calendar: string): Promise<ImportPreview> {
    const { days, skipped } = this.read(calendar);
    const isKnown = await this.transactions.read((repositories) =>
      knownAmong(repositories, platformId, days),
    );
    const added = days.filter((day) => !isKnown(day));
    return {
      days: days.map((day) => ({ ...day, isKnown: isKnown(day) })),
      skipped: skipped.slice(0, namedSkips),
      skippedTotal: skipped.length,
      seances: await this.views.seancesOn(platformId, added),
    };
  }

  /** @throws Refusal as `preview`, and `idempotency-key-reused` */
  async run({ platformId }: Administration, calendar: string, attempt?: AttemptKey): Promise<ImportResult> {
    const { days } = this.read(calendar);
    const added = await this.transactions.write((transaction) =>
      once(transaction, attempt, transaction.now, async () => {
        const isKnown = await knownAmong(transaction, platformId, days);
        const missing = days.filter((day) => !isKnown(day));
        const rows = missing.map((day) => ({ ...day, id: transaction.newId() }));
        await transaction.closedDays.insert(platformId, rows);
        return missing;
      }),
    );
    return {
      added: added.length,
      known: days.length - added.length,
      seances: await this.views.seancesOn(platformId, added),
    };
  }

  private read(calendar: string): { days: readonly ClosedDays[]; skipped: readonly SkippedEvent[] } {
    const content = this.reader.read(calendar, this.horizon());
    if (!content) throw Refusal.field('calendar', 'not-a-calendar');
    const days = [...new Map(content.days.map((day) => [keyOf(day), day])).values()];
    if (days.length === 0) throw Refusal.field('calendar', 'no-closed-day');
    const { kept, tooLong } = withinLimit(days);
    return {
      days: kept.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1)),
      skipped: [...content.skipped, ...tooLong.map(({ name }) => ({ name, reason: 'too-long' as const }))],
    };
  }

  private horizon(): DayRange {
    const year = Number(this.clock.now().slice(0, 4));
    return {
      startsOn: `${year}-01-01` as CalendarDate,
      endsOn: `${year + yearsAhead}-12-31` as CalendarDate,
    };
  }
}

/**
 * What of the days may be closed: all of them, or else those that are no longer than holidays are.
 *
 * @throws Refusal `validation` with `too-many-days` when these are still too many, or none.
 */
function withinLimit(days: readonly ClosedDays[]): {
  readonly kept: readonly ClosedDays[];
  readonly tooLong: readonly ClosedDays[];
} {
  const count = daysIn(days);
  if (count <= mostDays) return { kept: days, tooLong: [] };
  const isHoliday = (day: ClosedDays) => lengthInDays(day) <= mostDaysOfHolidays;
  const kept = days.filter(isHoliday);
  if (kept.length === 0 || daysIn(kept) > mostDays)
    throw Refusal.field('calendar', 'too-many-days', { count, limit: mostDays });
  return { kept, tooLong: days.filter((day) => !isHoliday(day)) };
}

function daysIn(days: readonly ClosedDays[]): number {
  return days.reduce((sum, day) => sum + lengthInDays(day), 0);
}

/**
 * Whether a day is closed already, by the same name.
 *
 * @param days by first day.
 */
async function knownAmong(
  { closedDays }: Repositories,
  platformId: string,
  days: readonly ClosedDays[],
): Promise<(day: ClosedDays) => boolean> {
  const starts = days.map(({ startsOn }) => startsOn);
  const [first, last] = [starts[0], starts.at(-1)] as [CalendarDate, CalendarDate];
  const known = new Set((await closedDays.between(platformId, first, last)).map(keyOf));
  return (day) => known.has(keyOf(day));
}

/** Sorts by day, then by name. */
function keyOf({ name, startsOn, endsOn }: ClosedDays): string {
  return `${startsOn} ${endsOn} ${name}`;
}
