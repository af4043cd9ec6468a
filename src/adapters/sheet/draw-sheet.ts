import { setImmediate } from 'node:timers/promises';
import type { Sheet } from '../../domain/attendance/sheet.js';
import { columnGroups } from './column-groups.js';
import type { Paper } from './paper.js';
import { SheetPages } from './sheet-pages.js';
import { correctionRows, sheetTable } from './sheet-table.js';
import type { SheetWords } from './sheet-words.js';

/** In points: of the column of names, at least, and of one of a half-day, at most. */
const leastNames = 150;
const mostOfColumn = 190;

const rowsAtATime = 10;

/** How many half-days stand side by side on a page. */
const columnsOf = { portrait: 2, landscape: 6 } as const;

/** How the pages of a sheet stand. */
export function orientationOf({ slots }: Pick<Sheet, 'slots'>): keyof typeof columnsOf {
  return slots.length > columnsOf.portrait ? 'landscape' : 'portrait';
}

/**
 * Draws all pages of a sheet on empty paper, some rows at a time: between them others have their turn, as a week of 60 people
 * takes 0.4 s.
 *
 * @param logo of who provides the training, as a `data:` address.
 */
export async function drawSheet(
  paper: Paper,
  sheet: Sheet,
  words: SheetWords,
  logo: string | null,
): Promise<void> {
  const pages = new SheetPages(paper, sheet, words, logo && paper.canDraw(logo) ? logo : null);
  const groups = columnGroups(sheet.slots, columnsOf[orientationOf(sheet)]);
  const columns = Math.max(1, ...groups.map((group) => group.length));
  const column = Math.min(mostOfColumn, (pages.width - leastNames) / columns);
  for (const group of groups) {
    const widths = [pages.width - column * group.length, ...group.map(() => column)];
    const { heading, rows } = sheetTable(sheet, group, words);
    pages.beginTable(heading, widths);
    // Who trains does not sign on a page where nobody else does.
    for (const [index, row] of rows.slice(0, -2).entries()) {
      if (index % rowsAtATime === 0) await setImmediate();
      pages.put([row], widths);
    }
    pages.put(rows.slice(-2), widths);
  }
  pages.endTable();
  for (const row of correctionRows(sheet, words)) pages.put([row], [pages.width]);
  pages.drawFeet();
}
