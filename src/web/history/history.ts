import type { AttendanceSlot, HistoryPage, Seance } from '../wire.gen.js';

type Told = HistoryPage['items'][number];

/** What an edit can have changed, as the server stores it: place and group by their ids. */
export interface RecordedFields extends Omit<Seance, 'location' | 'group'> {
  readonly locationId: string | null;
  readonly groupId: string | null;
}

/** Whether somebody was there for half a day. */
export type MarkName = NonNullable<AttendanceSlot['entries'][number]['mark']>;

/** Something that happened to a séance. Whom it names is called as then; both texts are empty when they are forgotten. */
export interface HistoryEvent extends Told {
  readonly data: {
    /** Names of the fields that an edit changed. */
    readonly changed?: readonly string[];
    /** Values before and after: the short fields of an edit, or the beginning of a comment. */
    readonly before?: Partial<RecordedFields> | string | null;
    readonly after?: Partial<RecordedFields> | string;
    /** True for a change to the list of a séance that had begun. */
    readonly correction?: boolean;
    /** The half-day, from 1, of what is about presence, with the mark that held before, and the one since. */
    readonly slot?: number;
    readonly mark?: MarkName;
    readonly minutes?: number | null;
    /** How many were there, of how many, when the sheet was closed. */
    readonly present?: number;
    readonly people?: number;
    /** Why it was cancelled, or corrected; empty when nobody said. */
    readonly reason?: string;
  };
}
