import type { Quarter } from '../domain/attendance/hours.js';
import type { EnrolmentStatus } from '../domain/enrolment/enrolment.js';
import type { EnrolmentMode } from '../domain/seance/seance-content.js';
import type { WallTime } from '../domain/time/wall-time.js';

export const exportFormats = ['csv', 'xlsx'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What a column is about. Its heading is in the language of whoever reads it. */
export type ExportColumn =
  | 'name'
  | 'start'
  | 'end'
  | 'timeZone'
  | 'cancelled'
  | 'enrolmentMode'
  | 'capacity'
  | 'enrolled'
  | 'waiting'
  | 'ownPlace'
  | 'group'
  | 'location'
  | 'trainers'
  | 'onlineUrl'
  | 'lastName'
  | 'firstName'
  | 'detail'
  | 'state'
  | 'position'
  | 'requestedAt'
  | 'enrolledAt'
  | 'quarter'
  | 'hours'
  | 'halfDays'
  | 'attended';

/** What the screens have a word for, in each language. */
export type ExportWord = EnrolmentMode | EnrolmentStatus | 'cancelled' | 'total';

/** Null for nothing. A text may be anything, and is never a formula. */
export type ExportValue =
  | string
  | number
  | null
  | { readonly wallTime: WallTime }
  | { readonly quarter: Quarter }
  | { readonly word: ExportWord };

export type ExportRow = readonly ExportValue[];

/** A list to be taken along, some rows at a time: no more of it is in memory. */
export interface ExportTable {
  /** What the list is of, such as the name of a session; empty when it has none. */
  readonly of: string;
  readonly columns: readonly ExportColumn[];
  /** Each row has a value for each column. */
  readonly batches: AsyncIterable<readonly ExportRow[]>;
}

/** Writes lists as files that spreadsheets open. */
export abstract class ExportWriter {
  /**
   * The bytes of a file: a head of one row, then the rows.
   *
   * @param language BCP 47 tag of whoever reads it.
   * @throws what reading the rows throws.
   */
  abstract write(
    format: ExportFormat,
    language: string,
    table: ExportTable,
  ): Promise<Uint8Array<ArrayBuffer>>;
}
