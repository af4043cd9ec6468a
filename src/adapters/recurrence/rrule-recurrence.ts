import * as rrule from 'rrule';
import type { Weekday, RepetitionRule } from '../../domain/repetition/rule.js';
import type { CalendarDate } from '../../domain/time/wall-time.js';
import type { Recurrence } from '../../ports/recurrence.js';

/** CommonJS to Node, which has all names in `default`; to bundlers an ES module, which has no default to ask for. */
const inNode = Reflect.get(rrule, 'default') as typeof rrule | undefined;
const { RRule } = inNode ?? rrule;

const days: Readonly<Record<Weekday, InstanceType<typeof rrule.Weekday>>> = {
  MO: RRule.MO,
  TU: RRule.TU,
  WE: RRule.WE,
  TH: RRule.TH,
  FR: RRule.FR,
  SA: RRule.SA,
  SU: RRule.SU,
};

/**
 * rrule in floating mode: a calendar day travels in the UTC fields of a Date, and nothing else. With a zone its
 * results depend on the process (jkbrzt/rrule#501), so it never learns of one.
 */
export class RruleRecurrence implements Recurrence {
  datesAfter(
    from: CalendarDate,
    last: CalendarDate,
    { weekdays, interval }: Pick<RepetitionRule, 'weekdays' | 'interval'>,
  ): readonly CalendarDate[] {
    const rule = new RRule({
      freq: RRule.WEEKLY,
      interval,
      wkst: RRule.MO,
      byweekday: weekdays.map((day) => days[day]),
      dtstart: floating(from),
      until: floating(last),
    });
    return rule
      .all()
      .map(dateOf)
      .filter((date) => date > from);
  }
}

function floating(date: CalendarDate): Date {
  return new Date(`${date}T00:00:00Z`);
}

function dateOf(date: Date): CalendarDate {
  return date.toISOString().slice(0, 10) as CalendarDate;
}
