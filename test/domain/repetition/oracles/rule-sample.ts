import type { ClosedDays } from '../../../../src/domain/closed-day/closed-days.js';
import type { RepetitionRule } from '../../../../src/domain/repetition/rule.js';
import type { Schedule } from '../../../../src/domain/time/schedule.js';

/** One repetition to plan: a source, a rule and the platform's holidays. */
export interface RuleSample {
  readonly source: Pick<Schedule, 'start' | 'end' | 'timeZone'>;
  readonly rule: RepetitionRule;
  readonly closed: readonly ClosedDays[];
}

/** What an oracle says of one copy. */
export interface ExpectedCopy {
  readonly start: string;
  readonly end: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

export interface ExpectedPlan {
  readonly copies: readonly ExpectedCopy[];
  readonly skipped: readonly { readonly date: string; readonly reason: 'exception' | 'closed-day' }[];
}
