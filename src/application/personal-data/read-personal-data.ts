import {
  type PersonalData,
  type PersonalDataPart,
  type PersonalRecord,
  names,
  withoutOthers,
} from '../../domain/personal-data/personal-data.js';
import type { Clock } from '../../ports/clock.js';
import type { PersonalRow } from '../../ports/personal-data-repository.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';

/** How many rows one statement reads. */
const batchSize = 1_000;

/** Reads all that is stored about one person, for who asks what that is. Other people are left out of it. */
export class ReadPersonalData {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly parts: readonly PersonalDataPart[],
    private readonly clock: Clock,
  ) {}

  /** @throws RangeError for an empty id, which is that of everybody who is gone. */
  async run(userId: string): Promise<PersonalData> {
    if (userId === '') throw new RangeError('Name somebody: an empty id is that of everybody who is gone.');
    const at = this.clock.now();
    const data: Record<string, readonly PersonalRecord[]> = {};
    for (const part of this.parts) data[part.id] = await this.read(part, userId);
    return { userId, at, data };
  }

  private async read(part: PersonalDataPart, userId: string): Promise<readonly PersonalRecord[]> {
    const records: PersonalRecord[] = [];
    for (let after: PersonalRow['cursor'] | undefined; ;) {
      const rows = await this.unitOfWork.read(({ personalData }) =>
        personalData.rows(part, userId, after, batchSize),
      );
      const about = rows.map(({ record }) => record).filter((record) => isAbout(part, record, userId));
      for (const record of about) records.push(withoutOthers(record, userId) as PersonalRecord);
      after = rows.at(-1)?.cursor;
      if (rows.length < batchSize) return records;
    }
  }
}

/** Of a column that holds the id of one person, the database has asked already. */
function isAbout({ person, json = [] }: PersonalDataPart, record: PersonalRecord, userId: string): boolean {
  return !json.includes(person) || names(record, userId);
}
