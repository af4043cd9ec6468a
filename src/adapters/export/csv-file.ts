import { stringify } from 'csv-stringify/sync';
import type { Cell, WrittenTable } from './written-table.js';

/**
 * A table as comma-separated values (RFC 4180), in UTF-8. Where decimals have a comma, spreadsheets expect semicolons,
 * and take what has no byte order mark for the code page of old. Dates are `2026-12-01 09:00`, which all of them know.
 */
export async function csvFile(
  language: string,
  { headings, batches }: WrittenTable,
): Promise<Uint8Array<ArrayBuffer>> {
  const hasDecimalComma = decimalSign(language) === ',';
  const form = {
    delimiter: hasDecimalComma ? ';' : ',',
    record_delimiter: '\r\n',
    // Else half of it, alone in a value, would end the row.
    quote_record_delimiter: true,
    // With an apostrophe, by which spreadsheets say that something is a text.
    escape_formulas: true,
  };
  const parts = [Buffer.from(stringify([headings], { ...form, bom: hasDecimalComma }))];
  for await (const rows of batches)
    parts.push(
      Buffer.from(
        stringify(
          rows.map((row) => plainValues(row, hasDecimalComma)),
          form,
        ),
      ),
    );
  return Buffer.concat(parts);
}

function decimalSign(language: string): string | undefined {
  const parts = new Intl.NumberFormat(language).formatToParts(0.5);
  return parts.find(({ type }) => type === 'decimal')?.value;
}

function plainValues(row: readonly Cell[], hasDecimalComma: boolean): readonly (string | number | null)[] {
  return row.map((cell) => {
    if (typeof cell === 'number' && hasDecimalComma) return String(cell).replace('.', ',');
    return typeof cell === 'object' && cell !== null ? cell.wallTime.replace('T', ' ') : cell;
  });
}
