import type { AnswerLimits, Judgement } from '../adapters/webhook/judged-fetch.js';
import { GradeStore } from './grade-store.js';
import { type GradeParts, Grades } from './grades.js';
import type { Keys } from './keys.js';
import { Rounds } from './rounds.js';
import { ServiceTokens } from './service-token.js';

/** What grades need of the LTI host. */
export interface GradeNeeds extends Omit<GradeParts, 'grades' | 'tokens'> {
  readonly keys: Keys;
  readonly judgement: Judgement;
  /** Of one answer. Default: 10 seconds and 8 MiB. */
  readonly limits?: AnswerLimits;
  /** The pause between two looks at what is to be sent, in milliseconds. Default: a minute. */
  readonly every?: number;
}

/** The grades of a host, and what sends them. */
export function gradeParts(needs: GradeNeeds): { readonly grades: Grades; readonly rounds: Rounds } {
  const { store, keys, judgement, limits, every, logger } = needs;
  const tokens = new ServiceTokens(keys, store, judgement, limits);
  const grades = new Grades({ ...needs, grades: new GradeStore(store), tokens });
  const failure = 'grades were not sent; it is tried again';
  return { grades, rounds: new Rounds(() => grades.run(), failure, logger, every) };
}
