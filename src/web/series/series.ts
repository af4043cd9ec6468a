import type { Move } from '../seance/move.js';
import type { Seance, SeanceInput } from '../seance/seance.js';
import type { RepetitionPreview, SeriesChangePreview } from '../wire.gen.js';

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

/** What a change of a series would make of one of its séances. */
export type SeriesChange = SeriesChangePreview['changes'][number];

/** What an occurrence can have of its own, because it was changed by hand. */
export type OwnField = SeriesChange['kept'][number];

/** A séance that is not written yet: when it would be, and what there is to know about that. */
export type PlannedSeance = RepetitionPreview['occurrences'][number];

/** What takes a trainer or a place at the time of a planned séance; without a name in another space. */
export type Clash = PlannedSeance['conflicts'][number];
