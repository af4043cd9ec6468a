import { forget, recall, remember } from '../core/remembered.js';
import { keyOf, mergedMarks, nothingPending, type PendingMark, type PendingMarks } from './pending-marks.js';

/**
 * Keeps what waits of a half-day over a reload. Another page of the same reader may have put down more: that is left as
 * it is, and found by the next page.
 */
export class PendingMarksStore {
  readonly #name: string;
  /** What went through this page, by its keys. */
  readonly #known = new Set<string>();

  constructor(actorId: string, seanceId: string, slot: number) {
    this.#name = `marks.${actorId}.${seanceId}.${slot}`;
  }

  load(): PendingMarks {
    const kept = this.#read();
    this.#note(kept);
    return kept;
  }

  save(pending: PendingMarks): void {
    this.#note(pending);
    const isKnown = (mark: PendingMark) => this.#known.has(keyOf(mark));
    const { waiting, refused } = mergedMarks(this.#read(), pending, isKnown);
    if (waiting.length + refused.length > 0) remember(this.#name, { waiting, refused });
    else forget(this.#name);
  }

  #note({ waiting, refused }: PendingMarks): void {
    for (const mark of [...waiting, ...refused]) this.#known.add(keyOf(mark));
  }

  /** What stands there is anybody's: what has not the form of marks counts as none. */
  #read(): PendingMarks {
    const kept = recall(this.#name) as Partial<PendingMarks> | null;
    if (!Array.isArray(kept?.waiting) || !Array.isArray(kept.refused)) return nothingPending;
    return {
      waiting: kept.waiting as PendingMarks['waiting'],
      refused: kept.refused as PendingMarks['refused'],
    };
  }
}
