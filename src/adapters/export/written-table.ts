import type { WallTime } from '../../domain/time/wall-time.js';
import type { ServerTexts } from '../../locales/languages.js';
import type { ExportTable, ExportValue } from '../../ports/export-writer.js';

/** What is written into a cell; null for nothing. */
export type Cell = string | number | null | { readonly wallTime: WallTime };

/** A list with its words in one language. */
export interface WrittenTable {
  readonly headings: readonly string[];
  readonly batches: AsyncIterable<readonly (readonly Cell[])[]>;
}

export function writtenTable({ columns, batches }: ExportTable, texts: ServerTexts['exports']): WrittenTable {
  return { headings: columns.map((column) => texts[`column.${column}`]), batches: cellsOf(batches, texts) };
}

async function* cellsOf(batches: ExportTable['batches'], texts: ServerTexts['exports']) {
  const cellOf = (value: ExportValue): Cell => {
    if (typeof value !== 'object' || value === null || 'wallTime' in value) return value;
    if ('word' in value) return texts[`word.${value.word}`];
    const [year = '', number = ''] = value.quarter.split('-Q');
    return texts.quarter.replace('{year}', year).replace('{number}', number);
  };
  for await (const rows of batches) yield rows.map((row) => row.map(cellOf));
}
