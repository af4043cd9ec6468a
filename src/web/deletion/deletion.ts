import type { Seance } from '../seance/seance.js';

/** A séance in the bin. */
export type DeletedSeance = Pick<
  Seance,
  'id' | 'sessionId' | 'name' | 'start' | 'end' | 'timeZone' | 'startsAt' | 'endsAt' | 'seriesId'
>;

/** What was deleted at once, and can be restored until `restorableUntil`. Moments are UTC instants. */
export interface Deletion {
  readonly id: string;
  readonly deletedAt: string;
  /** Null when it is not known any more who did it. */
  readonly deletedBy: { readonly id: string; readonly name: string } | null;
  readonly restorableUntil: string;
  /** How many séances are left of it. */
  readonly count: number;
  /** The first of them, by their starts. */
  readonly seances: readonly DeletedSeance[];
}

/** Which séances are restored: those, or what is left of a deletion. */
export type Restoration = { readonly ids: readonly string[] } | { readonly deletionId: string };

export interface RestoredSeances {
  readonly ids: readonly string[];
  /** How many learners wait now, because they took another place of the group meanwhile. */
  readonly displaced: number;
}

/** Which séances, and how they are deleted once the reader agrees. */
export interface DeletionQuestion {
  readonly seances: readonly Seance[];
  /** Finds the series of the one séance, in the order of its starts; undefined when it has none. */
  readonly series: ((signal: AbortSignal) => Promise<readonly Seance[]>) | undefined;
  readonly remove: (ids: readonly string[]) => Promise<void>;
}
