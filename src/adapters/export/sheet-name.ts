import { cutTo } from '../../domain/text/cut.js';

/** In UTF-16 units, as spreadsheets count. */
const longest = 31;

/** A name that spreadsheets take for a sheet; `otherwise` when nothing of it is left, or they keep it for themselves. */
export function sheetName(name: string, otherwise: string): string {
  const line = name.replace(/[\p{Cc}\\/?*:[\]]/gu, ' ').replace(/\s+/g, ' ');
  const kept = cutTo(longest, line).replace(/^[' ]+|[' ]+$/g, '');
  return kept === '' || kept.toLowerCase() === 'history' ? otherwise : kept;
}
