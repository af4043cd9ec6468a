import type { Move } from '../seance/move.js';
import type { Seance, SeanceInput } from '../seance/seance.js';

/** Which séances of a series are meant. */
export const scopes = ['this', 'following', 'all'] as const;
export type Scope = (typeof scopes)[number];

/** What was chosen, and how many séances that changes. */
export interface ChosenScope {
  readonly scope: Scope;
  readonly count: number;
}

/** An edit of a séance that has a series. */
export interface SeriesEdit {
  readonly seance: Seance;
  readonly changes: Partial<SeanceInput>;
  /** Set when the edit moves the séance in the calendar: nobody has seen its times in a form. */
  readonly move?: Move;
}

/** What an occurrence can have of its own, because it was changed by hand. */
export type OwnField =
  | 'name'
  | 'description'
  | 'extraInfo'
  | 'enrolmentMode'
  | 'capacity'
  | 'locationId'
  | 'trainers'
  | 'groupId'
  | 'inAgenda'
  | 'start'
  | 'length'
  | 'timeZone';

/** What a change of a series would make of one of its séances. */
export interface SeriesChange extends PlannedSeance {
  readonly id: string;
  /** As it is now. */
  readonly before: { readonly name: string; readonly start: string; readonly end: string };
  /** What the séance keeps as it has it of its own. */
  readonly kept: readonly OwnField[];
  /** Name of the closed day on which it would be; null for none. */
  readonly closedDay: string | null;
}

/** What takes a trainer or a place at the time of a planned séance. */
export interface Clash {
  readonly kind: 'trainer' | 'location';
  readonly resource: { readonly id: string; readonly name: string };
  /** UTC instants, as a séance's. */
  readonly startsAt: string;
  readonly endsAt: string;
  /** Null for a séance of another space, which has no name here. */
  readonly seance: { readonly id: string; readonly name: string } | null;
}

/**
 * What a clock change does: the start is skipped and moves forward, or exists twice and is the first; or the time that
 * really passes is longer or shorter than the clock says.
 */
export type ClockChange = 'skipped' | 'doubled' | 'longer' | 'shorter';

/** A séance that is not written yet: when it would be, and what there is to know about that. */
export interface PlannedSeance {
  readonly name: string;
  readonly start: string;
  readonly end: string;
  readonly timeZone: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly clockChange: ClockChange | null;
  readonly conflicts: readonly Clash[];
}
