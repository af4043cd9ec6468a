import { strToU8, Zip, ZipDeflate } from 'fflate';
import { sheetHead, sheetRow, sheetTail, workbookParts } from './workbook-parts.js';
import type { Cell, WrittenTable } from './written-table.js';

/**
 * A table as a workbook of one sheet (ECMA-376, SpreadsheetML). It is packed while its rows are read: what is in memory
 * is a batch of them, and the packed file.
 */
export async function xlsxFile(
  sheetName: string,
  { headings, batches }: WrittenTable,
): Promise<Uint8Array<ArrayBuffer>> {
  const archive = new Archive();
  for (const [path, text] of workbookParts(sheetName)) archive.add(path)(text, true);
  const write = archive.add('xl/worksheets/sheet1.xml');
  let rowNumber = 1;
  const rowsOf = (rows: readonly (readonly Cell[])[]) =>
    rows.map((row) => sheetRow((rowNumber += 1), row)).join('');
  for await (const rows of batches) {
    // Columns come before rows: how wide they are, the first batch tells.
    const head = rowNumber === 1 ? sheetHead(headings, rows) : '';
    write(head + rowsOf(rows));
  }
  write(sheetTail, true);
  return archive.end();
}

/** A ZIP file that is written piece by piece. */
class Archive {
  readonly #pieces: Uint8Array[] = [];
  readonly #zip = new Zip((error, piece) => {
    if (error) throw error;
    this.#pieces.push(piece);
  });

  /** The function that writes the part, the last piece of it with `isLast`. A part ends before another begins. */
  add(path: string): (text: string, isLast?: boolean) => void {
    const part = new ZipDeflate(path);
    // The day of writing says nothing, and the same list is the same file.
    part.mtime = new Date(2000, 0, 1);
    this.#zip.add(part);
    return (text, isLast = false) => part.push(strToU8(text), isLast);
  }

  end(): Uint8Array<ArrayBuffer> {
    this.#zip.end();
    return Buffer.concat(this.#pieces);
  }
}
