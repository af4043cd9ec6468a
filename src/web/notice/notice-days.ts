import { today, type Day } from '../time/days.js';
import type { Notice } from './notice.js';

/** What was told on one day. */
export interface NoticeDay {
  readonly day: Day;
  readonly isToday: boolean;
  readonly notices: readonly Notice[];
}

/** Notices by the days on which they were told, on the reader's clocks, in the order in which they come. */
export function noticeDays(
  notices: readonly Notice[],
  timeZone: string,
  now = new Date(),
): readonly NoticeDay[] {
  const days = new Map<Day, Notice[]>();
  for (const notice of notices) {
    const day = today(timeZone, new Date(notice.at));
    days.set(day, [...(days.get(day) ?? []), notice]);
  }
  const current = today(timeZone, now);
  return [...days].map(([day, told]) => ({ day, isToday: day === current, notices: told }));
}
