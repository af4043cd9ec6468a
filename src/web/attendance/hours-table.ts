import type { Hours, PersonHours, SessionHours } from './my-attendance.js';

/** What is shown of the hours of a session: a row per person, a column per quarter. */
export interface HoursTable {
  readonly quarters: readonly string[];
  readonly rows: readonly HoursRow[];
  /** What the rows add up to. */
  readonly total: Pick<HoursRow, 'minutes' | 'whole'>;
}

export interface HoursRow {
  readonly user: PersonHours['user'];
  /** By quarter, in the order of the columns; null for who had no half-day in it. */
  readonly minutes: readonly (number | null)[];
  readonly whole: Hours;
}

const nothing: Hours = { minutes: 0, halfDays: 0, attended: 0 };

/** Those whose name, or what tells them apart, has all the words of `q`. */
export function hoursTable({ quarters, people }: SessionHours, q: string): HoursTable {
  const words = plain(q).split(/\s+/);
  const rows = people
    .filter(({ user }) => words.every((word) => plain(`${user.name} ${user.detail ?? ''}`).includes(word)))
    .map((person) => rowOf(person, quarters));
  return {
    quarters,
    rows,
    total: {
      minutes: quarters.map((_, index) => sum(rows.map(({ minutes }) => minutes[index] ?? 0))),
      whole: rows.reduce((total, { whole }) => added(total, whole), nothing),
    },
  };
}

function rowOf(person: PersonHours, quarters: readonly string[]): HoursRow {
  const minutes = quarters.map(
    (quarter) => person.quarters.find((one) => one.quarter === quarter)?.minutes ?? null,
  );
  return { user: person.user, minutes, whole: person };
}

function added(one: Hours, other: Hours): Hours {
  return {
    minutes: one.minutes + other.minutes,
    halfDays: one.halfDays + other.halfDays,
    attended: one.attended + other.attended,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Without accents and capitals. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
