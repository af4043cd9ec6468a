import type { Seance } from '../seance/seance.js';

/** What a séance is to its reader: one that they teach or have a place in, one that they wait for, or another one. */
export type Relation = 'teaches' | 'enrolled' | 'waiting' | 'other';

export function relationOf({ trainers, myEnrolment }: Seance, reader: string): Relation {
  if (trainers.some(({ id }) => id === reader)) return 'teaches';
  return myEnrolment?.status ?? 'other';
}
