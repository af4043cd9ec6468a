import { recall, remember } from '../core/remembered.js';
import { seanceSorts, type SeanceSort } from './seance-search.js';

export const columns = [...seanceSorts, 'location', 'trainers'] as const;
export type Column = (typeof columns)[number];

/** The columns that everybody starts with: the others are there for who chooses them. */
const usual: readonly Column[] = seanceSorts;

/** The name says which séance a row is about, and opens it. */
export function canBeHidden(column: Column): boolean {
  return column !== 'name';
}

/** Whether start and end are both there, and can be one column where there is no room for two. */
export function isDated(chosen: readonly Column[]): boolean {
  return chosen.includes('start') && chosen.includes('end');
}

/** What the style sheet knows of how much room they take. */
export function widthClasses(chosen: readonly Column[]): Readonly<Record<string, boolean>> {
  return { dated: isDated(chosen), many: chosen.length > usual.length };
}

export function isSortable(column: Column): column is SeanceSort {
  return seanceSorts.some((sort) => sort === column);
}

/** The columns that this browser's user chose, in their usual order. */
export function readColumns(): readonly Column[] {
  const stored = recall('columns');
  if (!Array.isArray(stored)) return usual;
  return columns.filter((column) => !canBeHidden(column) || stored.includes(column));
}

export function rememberColumns(chosen: readonly Column[]): void {
  remember('columns', chosen);
}
