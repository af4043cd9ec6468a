import { Refusal } from '../../domain/refusal.js';
import { type ClosedDays, lengthInDays } from '../../domain/closed-day/closed-days.js';
import type { CalendarDate } from '../../domain/time/wall-time.js';
import type { CalendarReader, SkippedEvent } from '../../ports/calendar-reader.js';
import type { AttemptKey } from '../../ports/idempotency-repository.js';
import type { Repositories } from '../../ports/unit-of-work.js';
import { once } from '../once.js';
import type { Transactions } from '../transactions.js';
import type { ClosedDayViews, FallingSeances } from './closed-day-views.js';

/** What an import would add. */
export interface ImportPreview {
  /** By first day; those that are there already have `isKnown`. */
  readonly days: readonly (ClosedDays & { readonly isKnown: boolean })[];
  readonly skipped: readonly SkippedEvent[];
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

/** Closes the all-day events of a calendar, such as school holidays. Importing it again adds nothing twice. */
export class ImportClosedDays {
  constructor(
    private readonly transactions: Transactions,
    private readonly reader: CalendarReader,
    private readonly views: ClosedDayViews,
  ) {}

  /** @throws Refusal `validation` when the text is not a calendar, has too many days or none. */
  async preview(calendar: string): Promise<ImportPreview> {
    const { days, skipped } = this.read(calendar);
    const isKnown = await this.transactions.read((repositories) => knownAmong(repositories, days));
    const added = days.filter((day) => !isKnown(day));
    return {
      days: days.map((day) => ({ ...day, isKnown: isKnown(day) })),
      skipped,
      seances: await this.views.seancesOn(added),
    };
  }

  /** @throws Refusal as `preview`, and `idempotency-key-reused` */
  async run(calendar: string, attempt?: AttemptKey): Promise<ImportResult> {
    const { days } = this.read(calendar);
    const added = await this.transactions.write((transaction) =>
      once(transaction, attempt, transaction.now, async () => {
        const isKnown = await knownAmong(transaction, days);
        const missing = days.filter((day) => !isKnown(day));
        await transaction.closedDays.insert(missing.map((day) => ({ ...day, id: transaction.newId() })));
        return missing;
      }),
    );
    return {
      added: added.length,
      known: days.length - added.length,
      seances: await this.views.seancesOn(added),
    };
  }

  private read(calendar: string): { days: readonly ClosedDays[]; skipped: readonly SkippedEvent[] } {
    const content = this.reader.read(calendar);
    if (!content) throw Refusal.field('calendar', 'not-a-calendar');
    const days = [...new Map(content.days.map((day) => [keyOf(day), day])).values()];
    const count = days.reduce((sum, day) => sum + lengthInDays(day), 0);
    if (count > mostDays) throw Refusal.field('calendar', 'too-many-days', { count, limit: mostDays });
    if (count === 0) throw Refusal.field('calendar', 'no-closed-day');
    return {
      days: days.sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1)),
      skipped: content.skipped,
    };
  }
}

/**
 * Whether a day is closed already, by the same name.
 *
 * @param days by first day.
 */
async function knownAmong(
  { closedDays }: Repositories,
  days: readonly ClosedDays[],
): Promise<(day: ClosedDays) => boolean> {
  const starts = days.map(({ startsOn }) => startsOn);
  const [first, last] = [starts[0], starts.at(-1)] as [CalendarDate, CalendarDate];
  const known = new Set((await closedDays.between(first, last)).map(keyOf));
  return (day) => known.has(keyOf(day));
}

/** Sorts by day, then by name. */
function keyOf({ name, startsOn, endsOn }: ClosedDays): string {
  return `${startsOn} ${endsOn} ${name}`;
}
