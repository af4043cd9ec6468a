import type { EnrolmentMode, Trainer } from '../seance/seance.js';
import type { HistoryPage } from '../wire.gen.js';

type Told = HistoryPage['items'][number];

/** What an edit can have changed, as the server stores it. */
export interface RecordedFields {
  readonly name: string;
  readonly start: string;
  readonly end: string;
  readonly timeZone: string;
  readonly enrolmentMode: EnrolmentMode;
  readonly capacity: number | null;
  readonly locationId: string | null;
  readonly trainers: readonly Trainer[];
  readonly groupId: string | null;
  readonly inAgenda: boolean;
}
export type RecordedField = keyof RecordedFields;

/** Something that happened to a séance. Whom it names is called as then; both texts are empty when they are forgotten. */
export interface HistoryEvent extends Told {
  readonly data: {
    /** Names of the fields that an edit changed. */
    readonly changed?: readonly string[];
    /** Values before and after: the short fields of an edit, or the beginning of a comment. */
    readonly before?: Partial<RecordedFields> | string;
    readonly after?: Partial<RecordedFields> | string;
  };
}
