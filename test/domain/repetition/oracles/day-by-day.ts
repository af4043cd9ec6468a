import { Temporal } from 'temporal-polyfill';
import { endInstantBy, instantBy } from './intl-clock.js';
import type { ExpectedPlan, RuleSample } from './rule-sample.js';

const isoDays = ['', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** The plan by its definition: every day after the source's, one after the other. */
export function dayByDay({ source, rule, closed }: RuleSample): ExpectedPlan {
  const from = Temporal.PlainDate.from(source.start.slice(0, 10));
  const days = rule.until === undefined ? 7 * (rule.weeks ?? 0) : from.until(rule.until).days;
  const daysSinceMonday = from.dayOfWeek - 1;
  const copies: ExpectedPlan['copies'][number][] = [];
  const skipped: ExpectedPlan['skipped'][number][] = [];
  for (let passed = 1; passed <= days; passed += 1) {
    const day = from.add({ days: passed });
    const week = Math.floor((daysSinceMonday + passed) / 7);
    if (week % rule.interval !== 0 || !rule.weekdays.some((name) => name === isoDays[day.dayOfWeek]))
      continue;
    const date = day.toString();
    const isClosed = closed.some(({ startsOn, endsOn }) => startsOn <= date && date <= endsOn);
    if (rule.exceptDates.some((other) => other === date)) skipped.push({ date, reason: 'exception' });
    else if (rule.skipClosedDays && isClosed && !rule.keepDates.some((other) => other === date)) {
      skipped.push({ date, reason: 'closed-day' });
    } else copies.push(copyOn(source, passed));
  }
  return { copies, skipped };
}

/** What the clocks on the wall show, `days` later. */
function copyOn(
  { start, end, timeZone }: RuleSample['source'],
  days: number,
): ExpectedPlan['copies'][number] {
  const [from, to] = [later(start, days), later(end, days)];
  return {
    start: from,
    end: to,
    startsAt: instantBy(from, timeZone),
    endsAt: endInstantBy(from, to, timeZone),
  };
}

function later(wallTime: string, days: number): string {
  return new Date(Date.parse(`${wallTime}:00Z`) + days * 86_400_000).toISOString().slice(0, 16);
}
