import type { Seance } from '../seance/seance.js';
import type { DeletionPage } from '../wire.gen.js';

/** What was deleted at once, and can be restored until `restorableUntil`; with the first of its séances. */
export type Deletion = DeletionPage['items'][number];

/** A séance in the bin. */
export type DeletedSeance = Deletion['seances'][number];

/** Which séances are restored: those, or what is left of a deletion. */
export type Restoration = { readonly ids: readonly string[] } | { readonly deletionId: string };

/** What is restored, for who waits for it: how many, and the name of the one when it is known. */
export interface Restoring {
  readonly restoration: Restoration;
  readonly count: number;
  readonly name?: string | undefined;
}

export type { RestoredSeances } from '../wire.gen.js';

/** Which séances, and how they are deleted once the reader agrees. */
export interface DeletionQuestion {
  readonly seances: readonly Seance[];
  /** Finds the series of the one séance, in the order of its starts; undefined when it has none. */
  readonly series: ((signal: AbortSignal) => Promise<readonly Seance[]>) | undefined;
  readonly remove: (ids: readonly string[]) => Promise<void>;
}
