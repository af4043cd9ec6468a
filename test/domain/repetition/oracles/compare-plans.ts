/**
 * Plans rules at random, and compares each with both oracles when that is asked for; a process of its own, so that it can
 * run in any `TZ`. Arguments: the seed, the number of rules, and `compare` or `plan`. Says what it found as JSON; a
 * difference is an error with its rule.
 */
import { createHash } from 'node:crypto';
import { expect } from 'chai';
import fc from 'fast-check';
import { RruleRecurrence } from '../../../../src/adapters/recurrence/rrule-recurrence.js';
import { planRepetition, type RepetitionPlan } from '../../../../src/domain/repetition/plan.js';
import { lastDay } from '../../../../src/domain/repetition/rule.js';
import { clockChangeOf, type Schedule } from '../../../../src/domain/time/schedule.js';
import { dateOf } from '../../../../src/domain/time/wall-time.js';
import { startsByRruleTemporal, zonesWithoutRruleTemporal } from './by-rrule-temporal.js';
import { dayByDay } from './day-by-day.js';
import type { RuleSample } from './rule-sample.js';
import { foundBefore, ruleSamples } from './rule-samples.js';

/** What one process found. */
export interface ComparisonReport {
  readonly processZone: string;
  readonly rules: number;
  /** Whether they were compared with the oracles. */
  readonly isCompared: boolean;
  readonly rulesByBoth: number;
  readonly copies: number;
  readonly skippedStarts: number;
  /** Those that some rule was planned in. */
  readonly zones: readonly string[];
  /** Of all plans, so that processes can be compared. */
  readonly digest: string;
}

const recurrence = new RruleRecurrence();

/** As the planner of the application does it. */
function plan({ source, rule, closed }: RuleSample): RepetitionPlan {
  const from = dateOf(source.start);
  const dates = recurrence.datesAfter(from, lastDay(rule, from), rule);
  return planRepetition(source, rule, dates, { closed, there: [], cap: Number.POSITIVE_INFINITY });
}

function startIsSkipped(occurrence: Schedule): boolean {
  return clockChangeOf(occurrence) === 'skipped';
}

function compareWithDefinition(planned: RepetitionPlan, sample: RuleSample): void {
  const copies = planned.occurrences.map(({ start, end, startsAt, endsAt }) => ({
    start,
    end,
    startsAt,
    endsAt,
  }));
  const skipped = planned.skipped.map(({ date, reason }) => ({ date, reason }));
  expect({ copies, skipped }).to.deep.equal(dayByDay(sample));
}

/** Copies whose start is skipped are ours alone: this library leaves them out, and nothing else. */
function compareWithRruleTemporal(planned: RepetitionPlan, sample: RuleSample): void {
  const starts = startsByRruleTemporal(sample);
  const shown = planned.occurrences.filter((occurrence) => !startIsSkipped(occurrence));
  const ours = shown.map(({ start, startsAt }): [string, string] => [dateOf(start), startsAt]);
  const leftOut = new Set<string>(planned.skipped.map(({ date }) => date));
  expect(ours).to.deep.equal([...starts].filter(([date]) => !leftOut.has(date)));
}

function report(seed: number, numRuns: number, isCompared: boolean): ComparisonReport {
  const digest = createHash('sha256');
  const seen = new Set<string>();
  let [rules, rulesByBoth, copies, skippedStarts] = [0, 0, 0, 0];
  const property = fc.property(ruleSamples, (sample) => {
    const planned = plan(sample);
    const byBoth = !zonesWithoutRruleTemporal.includes(sample.source.timeZone);
    if (isCompared) compareWithDefinition(planned, sample);
    if (isCompared && byBoth) compareWithRruleTemporal(planned, sample);
    rules += 1;
    rulesByBoth += Number(byBoth);
    copies += planned.occurrences.length;
    skippedStarts += planned.occurrences.filter(startIsSkipped).length;
    seen.add(sample.source.timeZone);
    digest.update(JSON.stringify(planned));
  });
  fc.assert(property, { seed, numRuns, examples: foundBefore.map((sample) => [sample]) });
  const processZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return {
    processZone,
    rules,
    isCompared,
    rulesByBoth,
    copies,
    skippedStarts,
    zones: [...seen].sort(),
    digest: digest.digest('hex'),
  };
}

const [, , seed, count, task] = process.argv;
process.stdout.write(JSON.stringify(report(Number(seed), Number(count), task === 'compare')));
