/**
 * On which days a séance is, in its own time zone: what the server finds by its period and on closed days, and what the
 * calendar draws, is the same.
 */
export const daysOfSeances: readonly {
  readonly title: string;
  readonly start: string;
  readonly end: string;
  readonly days: readonly string[];
}[] = [
  {
    title: 'a morning',
    start: '2027-09-22T09:00',
    end: '2027-09-22T12:00',
    days: ['2027-09-22'],
  },
  {
    title: 'an evening until midnight',
    start: '2027-09-22T20:00',
    end: '2027-09-23T00:00',
    days: ['2027-09-22'],
  },
  {
    title: 'an evening until a minute after midnight',
    start: '2027-09-22T20:00',
    end: '2027-09-23T00:01',
    days: ['2027-09-22', '2027-09-23'],
  },
  {
    title: 'the minute before midnight',
    start: '2027-09-22T23:59',
    end: '2027-09-23T00:00',
    days: ['2027-09-22'],
  },
  {
    title: 'a day from midnight to midnight',
    start: '2027-09-22T00:00',
    end: '2027-09-23T00:00',
    days: ['2027-09-22'],
  },
  {
    title: 'three days from midnight to midnight',
    start: '2027-09-22T00:00',
    end: '2027-09-25T00:00',
    days: ['2027-09-22', '2027-09-23', '2027-09-24'],
  },
  {
    title: 'three days from morning to evening',
    start: '2027-09-22T09:00',
    end: '2027-09-24T17:00',
    days: ['2027-09-22', '2027-09-23', '2027-09-24'],
  },
  {
    title: 'the night of the change to summer time',
    start: '2027-03-27T23:00',
    end: '2027-03-28T03:00',
    days: ['2027-03-27', '2027-03-28'],
  },
  {
    title: 'the last evening of a year',
    start: '2026-12-31T20:00',
    end: '2027-01-01T00:00',
    days: ['2026-12-31'],
  },
];

/** Days in a row, with the day before them and the one after. */
export function daysAround(days: readonly string[]): readonly string[] {
  const shifted = (day: string, by: number) =>
    new Date(Date.parse(day) + by * 86_400_000).toISOString().slice(0, 10);
  return [shifted(days[0] ?? '', -1), ...days, shifted(days.at(-1) ?? '', 1)];
}
