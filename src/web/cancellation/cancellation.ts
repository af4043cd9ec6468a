import type { Seance } from '../seance/seance.js';
import type { Scope } from '../series/series.js';
import type { Cancellation, ReinstatedSeance } from '../wire.gen.js';

/** What is said of séances that do not take place, or that they do after all. */
export type CancellationAct = 'cancel' | 'reinstate';

export type CancellationInput = Required<Cancellation>;

/** The séance as it is then, of how many it was not so before, and how many learners wait now. */
export type CancellationAnswer = ReinstatedSeance;

/** Which séances, on what condition. */
export interface CancellationRequest {
  readonly stored: Seance;
  readonly scope: Scope;
}

/** What is asked about. */
export interface CancellationQuestion {
  readonly act: CancellationAct;
  readonly stored: Seance;
}

/** What was done. */
export interface CancellationResult {
  readonly answer: CancellationAnswer;
  /** Those that it was done to. */
  readonly seances: readonly Seance[];
  /** By which the same séances, and no others, are reinstated; undefined when some in it were cancelled before. */
  readonly undo: Scope | undefined;
}
