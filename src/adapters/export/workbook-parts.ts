import { clockMinutes, type WallTime } from '../../domain/time/wall-time.js';
import type { Cell } from './written-table.js';
import { xmlText } from './xml-text.js';

/** The styles of cells, by their places in `styles.xml`. */
const styles = { plain: 0, heading: 1, date: 2 } as const;

/** In characters: of a column of dates, and the least and most of all others. */
const widths = { date: 18, least: 8, most: 60 } as const;

/** Spreadsheets count days from here. */
const dayZero = clockMinutes('1899-12-30T00:00' as WallTime);
const minutesOfDay = 24 * 60;

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Everything but the sheet, by the paths in the package (ECMA-376, part 2). */
export function workbookParts(sheetName: string): readonly (readonly [path: string, text: string])[] {
  return [
    [
      '[Content_Types].xml',
      `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/></Types>`,
    ],
    ['_rels/.rels', relationships([['officeDocument', 'xl/workbook.xml']])],
    [
      'xl/workbook.xml',
      `${declaration}<workbook xmlns="${main}" xmlns:r="${relation}"><sheets><sheet name="${xmlText(sheetName)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relationships([
        ['worksheet', 'worksheets/sheet1.xml'],
        ['styles', 'styles.xml'],
      ]),
    ],
    ['xl/styles.xml', styleSheet],
  ];
}

function relationships(targets: readonly (readonly [kind: string, target: string])[]): string {
  const written = targets.map(
    ([kind, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${relation}/${kind}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="${relations}">${written.join('')}</Relationships>`;
}

/** Format 22 is a date with its time, as the reader's own spreadsheet writes it. */
const styleSheet = `${declaration}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="22" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="left"/></xf></cellXfs></styleSheet>`;

/** The sheet up to its first row, which is that of the headings and stays in view. @param rows the first of them. */
export function sheetHead(headings: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const columns = headings.map(
    (heading, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${columnWidth(heading, index, rows)}" customWidth="1"/>`,
  );
  const cells = headings.map((heading, index) => textCell(`${columnName(index)}1`, heading, styles.heading));
  return `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData><row r="1">${cells.join('')}</row>`;
}

export const sheetTail = '</sheetData></worksheet>';

/** @param number of the row, from 1: that of the headings. */
export function sheetRow(number: number, row: readonly Cell[]): string {
  const cells = row.map((cell, index) => sheetCell(`${columnName(index)}${number}`, cell));
  return `<row r="${number}">${cells.join('')}</row>`;
}

function sheetCell(place: string, cell: Cell): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  if (typeof cell === 'string') return textCell(place, cell, styles.plain);
  return `<c r="${place}" s="${styles.date}"><v>${(clockMinutes(cell.wallTime) - dayZero) / minutesOfDay}</v></c>`;
}

/** The text stands in its cell, where nothing takes it for a formula. */
function textCell(place: string, text: string, style: number): string {
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;
}

/** A, B, …, Z, AA, … */
function columnName(index: number): string {
  const last = String.fromCharCode('A'.charCodeAt(0) + (index % 26));
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last;
}

function columnWidth(heading: string, index: number, rows: readonly (readonly Cell[])[]): number {
  const longest = Math.max(heading.length, ...rows.map((row) => widthOf(row[index] ?? null)));
  return Math.min(widths.most, Math.max(widths.least, longest + 2));
}

function widthOf(cell: Cell): number {
  if (typeof cell === 'object' && cell !== null) return widths.date - 2;
  return String(cell ?? '').length;
}
