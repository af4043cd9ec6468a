import { addDays, startOfWeek, today } from '../time/days.js';
import { wallTimeAt } from '../time/wall-time.js';

interface Times {
  readonly startsAt: string;
  readonly endsAt: string;
}

export const sectionNames = ['today', 'week', 'later'] as const;
type SectionName = (typeof sectionNames)[number];

export interface Section<T> {
  readonly name: SectionName;
  readonly seances: readonly T[];
}

/**
 * Séances by when they are: today, also those that began before; until the end of the week; later. Those of days before
 * today are left out, and so are sections with nothing in them.
 *
 * @param firstWeekday 1 for Monday to 7 for Sunday.
 */
export function sections<T extends Times>(
  seances: readonly T[],
  timeZone: string,
  firstWeekday: number,
  now = new Date(),
): readonly Section<T>[] {
  const day = today(timeZone, now);
  const weekEnds = addDays(startOfWeek(day, firstWeekday), 6);
  const nameOf = ({ startsAt, endsAt }: T): SectionName | undefined => {
    // What ends at midnight is not on the day that begins then.
    if (dayOf(Date.parse(endsAt) - 1, timeZone) < day) return undefined;
    const starts = dayOf(Date.parse(startsAt), timeZone);
    if (starts <= day) return 'today';
    return starts <= weekEnds ? 'week' : 'later';
  };
  return sectionNames
    .map((name) => ({ name, seances: seances.filter((seance) => nameOf(seance) === name) }))
    .filter((section) => section.seances.length > 0);
}

function dayOf(time: number, timeZone: string): string {
  return wallTimeAt(new Date(time), timeZone).slice(0, 10);
}
