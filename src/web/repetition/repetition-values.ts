import {
  weekdays,
  type RepetitionInput,
  type RepetitionPreview,
  type SkippedDay,
  type Weekday,
} from './repetition.js';
import type { Seance } from '../seance/seance.js';
import type { PlannedSeance } from '../series/series.js';
import type { Settings, TrainingSession } from '../space/space.js';

/** What stands in the form. Numbers that are being typed are texts; of the end and the duration one is empty. */
export interface RepetitionValues extends Omit<RepetitionInput, 'until' | 'weeks' | 'interval'> {
  readonly until: string;
  readonly weeks: string;
  readonly interval: string;
}

/** In the order of the form, which is the order in which wrong fields are met. */
export const repetitionFields = ['weekdays', 'until', 'weeks', 'interval', 'exceptDates'] as const;
export type RepetitionField = (typeof repetitionFields)[number];

/** The field that shows what is wrong with a property of a repetition, or of one that is inside another body. */
export function repetitionFieldOf(property: string, inner?: string): RepetitionField | undefined {
  return repetitionFields.find((name) => name === (property === 'repetition' ? inner : property));
}

/** Whether something is wrong with a repetition. */
export function isWrong(errors: Readonly<Partial<Record<string, string>>>): boolean {
  return repetitionFields.some((name) => errors[name] !== undefined);
}

/** A date that was unticked, or put back. */
export interface DateChoice {
  readonly date: string;
  readonly isWanted: boolean;
  /** Why it was left out before, or would be if it were not kept. */
  readonly skipped: SkippedDay['reason'] | undefined;
}

/** What an empty form proposes: the séance's own day of the week, until the session ends. */
export function initialRepetition(
  { start }: Pick<Seance, 'start'>,
  { numbering }: Pick<Settings, 'numbering'>,
  { endsOn }: Pick<TrainingSession, 'endsOn'>,
): RepetitionValues {
  return {
    weekdays: start === '' ? [] : [weekdayOf(start)],
    until: endsOn !== null && endsOn > start.slice(0, 10) ? endsOn : '',
    weeks: '',
    interval: '1',
    exceptDates: [],
    keepDates: [],
    skipClosedDays: true,
    numbering,
  };
}

/** The rule once the séance starts on another day: as long as only its own day of the week is chosen, it stays so. */
export function followStart(values: RepetitionValues, before: string, after: string): RepetitionValues {
  if (before === '' || after === '' || values.weekdays.join() !== weekdayOf(before)) return values;
  return { ...values, weekdays: [weekdayOf(after)] };
}

/** What is sent. */
export function toRepetition({ until, weeks, interval, ...same }: RepetitionValues): RepetitionInput {
  return {
    ...same,
    interval: Number(interval),
    ...(until !== '' && { until }),
    ...(weeks !== '' && { weeks: Number(weeks) }),
  };
}

/** True when the rule has days and an end, so that it has dates. */
export function hasDates({ weekdays: days, until, weeks, interval }: RepetitionValues): boolean {
  return days.length > 0 && until + weeks !== '' && interval !== '';
}

/** True for what is left out unless somebody says of the date that it is kept. */
export function isKeepable(reason: SkippedDay['reason'] | undefined): boolean {
  return reason === 'closed-day' || reason === 'same-series';
}

/** The lists of dates after a choice: an exception is one more or one less, what is left out by itself is kept or not. */
export function chooseDate(
  { exceptDates, keepDates, skipClosedDays }: RepetitionValues,
  { date, isWanted, skipped }: DateChoice,
): Pick<RepetitionValues, 'exceptDates' | 'keepDates'> {
  const otherExceptions = exceptDates.filter((other) => other !== date);
  const otherKept = keepDates.filter((other) => other !== date);
  if (isWanted) {
    return {
      exceptDates: otherExceptions,
      keepDates: isKeepable(skipped) ? [...otherKept, date] : keepDates,
    };
  }
  const isLeftOutAnyway = keepDates.includes(date) && (skipClosedDays || skipped === 'same-series');
  return { exceptDates: isLeftOutAnyway ? exceptDates : [...otherExceptions, date], keepDates: otherKept };
}

/** Why a date that is kept would be left out. */
export function keptFrom(planned: PlannedSeance | undefined): SkippedDay['reason'] {
  return planned?.warnings.some(({ code }) => code === 'same-series') ? 'same-series' : 'closed-day';
}

/** What nobody has seen coming who chose the days of the week, unlike a closed day that is kept. */
const unexpected = new Set<string>(['outside-session', 'trainer-busy', 'location-busy']);

/** The planned séances that run into something. */
export function inTheWay({ occurrences }: Pick<RepetitionPreview, 'occurrences'>): readonly PlannedSeance[] {
  return occurrences.filter(({ warnings }) => warnings.some(({ code }) => unexpected.has(code)));
}

/** The lists of dates once all of those are left out. */
export function leaveOut(values: RepetitionValues, planned: readonly PlannedSeance[]): RepetitionValues {
  return planned.reduce((left, one) => {
    const choice = { date: one.start.slice(0, 10), isWanted: false, skipped: keptFrom(one) };
    return { ...left, ...chooseDate(left, choice) };
  }, values);
}

/** Weekdays in the order of the week, with `day` switched. */
export function switchWeekday(chosen: readonly Weekday[], day: Weekday): readonly Weekday[] {
  return weekdays.filter((one) => (one === day ? !chosen.includes(one) : chosen.includes(one)));
}

function weekdayOf(start: string): Weekday {
  const day = new Date(`${start}Z`).getUTCDay();
  return weekdays[(day + 6) % 7] as Weekday;
}
