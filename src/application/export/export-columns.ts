import type { PageOf } from '../../domain/page.js';
import { Refusal } from '../../domain/refusal.js';
import type { ExportColumn, ExportFormat, ExportTable, ExportValue } from '../../ports/export-writer.js';
import { batchesOf, type Paged } from '../page-walk.js';

/** A column of an export, and what it says of a row. */
export interface ColumnOf<Row> {
  readonly is: ExportColumn;
  readonly of: (row: Row) => ExportValue;
}

/** As what a list is taken along, and by whom it is read. */
export interface ExportOrder {
  readonly format: ExportFormat;
  /** BCP 47 tag. */
  readonly language: string;
  /** The most rows that a file may have. */
  readonly mostRows: number;
}

/** A file, and what the list in it is of. */
export interface ExportedList {
  readonly of: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Rows of a list, some at a time. */
type Batches<Row> = AsyncIterable<readonly Row[]> | Iterable<readonly Row[]>;

/** A list in columns. */
export function exportTable<Row>(
  of: string,
  columns: readonly ColumnOf<Row>[],
  batches: Batches<Row>,
): ExportTable {
  return { of, columns: columns.map(({ is }) => is), batches: rowsOf(columns, batches) };
}

async function* rowsOf<Row>(columns: readonly ColumnOf<Row>[], batches: Batches<Row>) {
  for await (const batch of batches) yield batch.map((row) => columns.map((column) => column.of(row)));
}

/** A list as it is read. Reading it throws Refusal `too-many-rows` when there are more than `mostRows`. */
export function boundedBatches<Row>(list: Paged<Row>, mostRows: number): AsyncIterable<readonly Row[]> {
  return batchesOf(async (request): Promise<PageOf<Row>> => {
    const page = await list(request);
    if (page.total > mostRows) throw new Refusal('too-many-rows');
    return page;
  });
}
