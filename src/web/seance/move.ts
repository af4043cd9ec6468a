import type { Span } from '../time/span.js';
import type { Seance } from './seance.js';

/** A séance somewhere else, as long as nobody has agreed to it. */
export interface Move extends Span {
  readonly seance: Seance;
}
