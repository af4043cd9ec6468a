import type { RepetitionRule } from '../domain/repetition/rule.js';
import type { CalendarDate } from '../domain/time/wall-time.js';

/** Counts days by the rules of RFC 5545, in the calendar alone: no zone has a say in which days match. */
export abstract class Recurrence {
  /** The days after `from`, up to and including `last`, that match the rule; ascending. */
  abstract datesAfter(
    from: CalendarDate,
    last: CalendarDate,
    rule: Pick<RepetitionRule, 'weekdays' | 'interval'>,
  ): readonly CalendarDate[];
}
