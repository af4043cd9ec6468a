import type { Knex } from 'knex';
import {
  namingKeys,
  type PersonalDataPart,
  type PersonalRecord,
} from '../../domain/personal-data/personal-data.js';
import type { PersonalDataRepository, PersonalRow } from '../../ports/personal-data-repository.js';
import { namedIn } from './named-in.js';

type Row = Readonly<Record<string, string | number | null>>;

/** The column of `order` once more: it need not be among those that are handed out. */
const cursor = 'cursor_of_part';

export class KnexPersonalDataRepository implements PersonalDataRepository {
  constructor(private readonly knex: Knex) {}

  async rows(
    part: PersonalDataPart,
    userId: string,
    after: PersonalRow['cursor'] | undefined,
    limit: number,
  ): Promise<readonly PersonalRow[]> {
    const { table, person, where = {}, order, columns, json = [] } = part;
    const found = this.knex(table).where(where);
    void (json.includes(person)
      ? found.where(namedIn(person, namingKeys, userId))
      : found.where(person, userId));
    if (after !== undefined) void found.where(order, '>', after);
    const rows = (await found
      .select(...columns, { [cursor]: order })
      .orderBy(order)
      .limit(limit)) as readonly Row[];
    return rows.map((row) => ({ record: recordFrom(row, part), cursor: row[cursor] ?? '' }));
  }
}

function recordFrom(row: Row, { columns, json = [] }: PersonalDataPart): PersonalRecord {
  return Object.fromEntries(
    columns.map((column) => [
      column.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      json.includes(column) ? parsed(row[column]) : row[column],
    ]),
  );
}

/** As it is stored when it is no JSON, which somebody has written by hand. */
function parsed(value: unknown): unknown {
  try {
    return typeof value === 'string' ? (JSON.parse(value) as unknown) : value;
  } catch {
    return value;
  }
}
