import type { PersonalDataPart, PersonalRecord } from '../domain/personal-data/personal-data.js';

/** A row, and where the reading of its part goes on behind it. */
export interface PersonalRow {
  readonly record: PersonalRecord;
  readonly cursor: readonly (string | number)[];
}

/** What is stored about somebody, read part by part. */
export abstract class PersonalDataRepository {
  /**
   * The next rows of a part that are about somebody, in its order, at most `limit`; the first ones without `after`. Of a
   * part that JSON says it of, those that may be: its texts have the id, whatever that is the id of.
   */
  abstract rows(
    part: PersonalDataPart,
    userId: string,
    after: PersonalRow['cursor'] | undefined,
    limit: number,
  ): Promise<readonly PersonalRow[]>;
}
