import type { Knex } from 'knex';
import type { PersonalDataPart, PersonalRecord } from '../../domain/personal-data/personal-data.js';
import type { PersonalDataRepository, PersonalRow } from '../../ports/personal-data-repository.js';
import { contains } from './dialect.js';

type Row = Readonly<Record<string, string | number | null>>;

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
    if (json.includes(person)) void found.whereRaw(contains(person), [JSON.stringify(userId)]);
    else void found.where(person, userId);
    if (after) void found.where(behind(order, after));
    const rows = (await found
      .select(...new Set([...columns, ...order]))
      .orderBy([...order])
      .limit(limit)) as readonly Row[];
    return rows.map((row) => ({
      record: recordFrom(row, part),
      cursor: order.map((column) => row[column] ?? ''),
    }));
  }
}

/** A condition that is true behind the row that has `values` in the columns of the order. */
function behind(order: readonly string[], values: PersonalRow['cursor']): (query: Knex.QueryBuilder) => void {
  return (query) => {
    for (const [index, column] of order.entries())
      void query.orWhere((one) => {
        for (const [same, name] of order.slice(0, index).entries()) void one.where(name, values[same] ?? '');
        void one.where(column, '>', values[index] ?? '');
      });
  };
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
