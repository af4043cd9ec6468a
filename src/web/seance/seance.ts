import type { Page } from '../core/page.js';
import type { Group, LocationPage, Seance, SeanceInput as Told, SeancePage } from '../wire.gen.js';

/** A séance as the server tells it. Its HTML is sanitised again before it is shown. */
export type { Seance } from '../wire.gen.js';

/** A page of the list. */
export interface FoundSeances extends Page<Seance>, Pick<SeancePage, 'past'> {}

export const enrolmentModes = ['automatic', 'manual', 'public'] as const satisfies readonly EnrolmentMode[];
export type EnrolmentMode = Seance['enrolmentMode'];

export const seanceStates = ['upcoming', 'ongoing', 'past'] as const satisfies readonly SeanceState[];
export type SeanceState = Seance['state'];

export type Location = LocationPage['items'][number];

export type Trainer = Seance['trainers'][number];

export type SeanceGroup = Group;

/** The séance as the server has it now, and how many were created or changed with it, itself included. */
export interface SavedSeance {
  readonly seance: Seance;
  readonly count: number;
  /** Of the copies that were made of a new one at once; absent for none. */
  readonly copyIds?: readonly string[];
  /** What it was until then; absent for a new one. */
  readonly before?: Seance;
}

/** The body that creates a séance, with all that the form has. Texts are empty for none. */
export interface SeanceInput extends Required<Omit<Told, 'groupId' | 'repetition'>> {
  readonly description: string;
  readonly extraInfo: string;
  readonly groupName: string;
}
