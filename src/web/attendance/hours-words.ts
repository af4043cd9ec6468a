import type { Locale } from '../core/locale.js';
import type { AttendanceLocale } from './load-attendance-locale.js';
import type { Hours, OwnEntry } from './my-attendance.js';

/** So many minutes as people read them: in hours. */
export function hoursSaid(minutes: number, locale: Locale): string {
  const [hours, rest] = [Math.floor(minutes / 60), String(minutes % 60)];
  return locale.text('occurrence.duration', { hours, minutes: hours === 0 ? rest : rest.padStart(2, '0') });
}

/** A quarter of a year such as `2026-Q4`. */
export function quarterSaid(quarter: string, locale: AttendanceLocale): string {
  const [year = '', number = ''] = quarter.split('-Q');
  return locale.text('hours.quarter', { year, number });
}

/** At how many half-days of how many somebody was. */
export function halfDaysSaid({ halfDays, attended }: Hours, locale: AttendanceLocale): string {
  return locale.text('hours.halfDays', { count: halfDays, attended });
}

/** A mark, with what belongs to it; what is to come when there is none. */
export function markSaid({ mark, minutes, signed }: OwnEntry, locale: AttendanceLocale): string {
  if (mark === null) return locale.text('own.none');
  const said = [
    minutes === undefined
      ? locale.text(`mark.${mark}`)
      : locale.text('own.byMinutes', { mark: locale.text(`mark.${mark}`), minutes }),
    signed ? locale.text('own.signed') : '',
  ];
  return said.filter(Boolean).join(', ');
}
