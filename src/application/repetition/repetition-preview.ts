import type { SkippedDay } from '../../domain/repetition/plan.js';
import type { Seance } from '../../domain/seance/seance.js';
import { type ClockChange, clockChangeOf, type Schedule } from '../../domain/time/schedule.js';
import type { Repositories } from '../../ports/unit-of-work.js';
import type { PlannedSeance } from '../seance/clash-finder.js';
import { type Findings, findWarnings, type Surroundings } from '../seance/warning-finder.js';
import type { NamedPlan } from './repetition-planner.js';

/** One copy to be. */
export interface OccurrencePreview extends Schedule, Findings {
  readonly name: string;
  readonly clockChange: ClockChange | null;
}

/** What a repetition would make. A JSON value. */
export interface RepetitionPreview {
  readonly occurrences: readonly OccurrencePreview[];
  readonly skipped: readonly SkippedDay[];
}

/**
 * What `plan` would make of `source`, and what each copy would run into.
 *
 * @param unstored séances that would be there before the copies, and are not yet.
 */
export async function previewOf(
  repositories: Repositories,
  source: Seance,
  plan: NamedPlan,
  around: Surroundings,
  unstored: readonly PlannedSeance[] = [],
): Promise<RepetitionPreview> {
  const copies = plan.occurrences.map((occurrence) => ({
    ...source,
    ...occurrence,
    id: null,
    cancelled: null,
  }));
  const findings = await findWarnings(repositories, [...unstored, ...copies], around);
  const ofCopies = findings.slice(unstored.length);
  return {
    occurrences: plan.occurrences.map(({ number, ...occurrence }, index) => ({
      ...occurrence,
      clockChange: clockChangeOf(occurrence),
      ...(ofCopies[index] as Findings),
    })),
    skipped: plan.skipped,
  };
}
