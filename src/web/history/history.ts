import type { HistoryPage, Seance } from '../wire.gen.js';

type Told = HistoryPage['items'][number];

/** What an edit can have changed, as the server stores it: place and group by their ids. */
export interface RecordedFields extends Omit<Seance, 'location' | 'group'> {
  readonly locationId: string | null;
  readonly groupId: string | null;
}

/** Something that happened to a séance. Whom it names is called as then; both texts are empty when they are forgotten. */
export interface HistoryEvent extends Told {
  readonly data: {
    /** Names of the fields that an edit changed. */
    readonly changed?: readonly string[];
    /** Values before and after: the short fields of an edit, or the beginning of a comment. */
    readonly before?: Partial<RecordedFields> | string;
    readonly after?: Partial<RecordedFields> | string;
    /** True for a change to the list of a séance that had begun. */
    readonly correction?: boolean;
    /** Why it was cancelled; empty when nobody said. */
    readonly reason?: string;
  };
}
