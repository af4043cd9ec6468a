import type { ChainFinding } from './entry.js';
import type { StampedFault, StampFault } from './stamp.js';

/** What is wrong with what is sealed. */
export type SealFault =
  | ChainFinding['fault']
  | StampFault
  | StampedFault
  | 'slot-missing'
  | 'signed-slot-missing'
  | 'token-wrong'
  | 'token-time-differs';

/** Something that does not add up in half-days and their stamps; null is what it is not about. */
export interface SealFinding {
  readonly fault: SealFault;
  readonly seanceId: string | null;
  readonly slot: number | null;
  /** The number of an entry in the log of the half-day. */
  readonly entry: number | null;
  /** The number of a stamp. */
  readonly stamp: number | null;
  /** What was said of a token; empty for nothing. */
  readonly detail: string;
}
