import type { Occupation } from '../domain/repetition/clashes.js';
import type { Instant } from '../domain/time/schedule.js';

export interface OccupationSearch {
  readonly trainerIds: readonly string[];
  readonly locationId: string | null;
  readonly from: Instant;
  readonly to: Instant;
  /** The space whose séances may be named. */
  readonly spaceId: string;
  /** Séances that do not count, because they are what is being planned. */
  readonly exceptIds: readonly string[];
  /** How many of each kind are wanted at most. */
  readonly most: number;
}

export interface Occupations {
  readonly found: readonly Occupation[];
  /** False when there are more of a kind than were wanted, and some of them are missing. */
  readonly complete: boolean;
}

/** When trainers and places are taken, by any séance of the platform. */
export abstract class OccupationRepository {
  /** What overlaps the period. */
  abstract search(search: OccupationSearch): Promise<Occupations>;
}
