import type { HtmlField, SeanceContent, ValueField } from '../../domain/seance/seance-content.js';
import type { Schedule } from '../../domain/time/schedule.js';

/** What is chosen among what there is, before it stands in a séance. */
export const chosenFields = ['locationId', 'trainers', 'groupId'] as const satisfies readonly ValueField[];
/** What stands in a séance as it was sent. */
export type SentField = Exclude<ValueField, (typeof chosenFields)[number]>;

/** What somebody writes of a séance. Absent is "the default" when creating and "as it is" when editing. */
export interface SeanceChanges
  extends
    Partial<Pick<SeanceContent, SentField>>,
    Partial<Pick<Schedule, 'start' | 'end' | 'timeZone'>>,
    // HTML, as it comes from the client.
    Partial<Readonly<Record<HtmlField, string | null>>> {
  readonly locationId?: string | null;
  readonly trainerIds?: readonly string[];
  /** A group of the session by its id, or by a name, found or created; null or an empty name for none. */
  readonly groupId?: string | null;
  readonly groupName?: string | null;
}

export type SeanceInput = SeanceChanges & Required<Pick<SeanceChanges, 'name' | 'start' | 'end'>>;
