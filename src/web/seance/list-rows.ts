import type { Seance } from './seance.js';

/** What the table is made of, from top to bottom: séances, the row that folds those before now, and the line of today. */
export type ListRow =
  | { readonly is: 'seance'; readonly key: string; readonly seance: Seance }
  | { readonly is: 'fold'; readonly key: 'fold' }
  | { readonly is: 'today'; readonly key: 'today' };

/** How many séances of a page are before the first that has not ended. None when all have: there is nothing to go to. */
export function countPast(seances: readonly Seance[]): number {
  return Math.max(
    0,
    seances.findIndex(({ state }) => state !== 'past'),
  );
}

/**
 * @param past how many on all pages have ended; undefined for a page that was not asked for as that of now.
 * @param isOpen whether those before now are shown.
 */
export function listRows(
  seances: readonly Seance[],
  past: number | undefined,
  isOpen: boolean,
): readonly ListRow[] {
  const hasCurrent = seances.some(({ state }) => state !== 'past');
  if (!past || !hasCurrent) return seances.map(rowOf);
  const before = countPast(seances);
  return [
    { is: 'fold', key: 'fold' },
    ...(isOpen ? seances.slice(0, before).map(rowOf) : []),
    { is: 'today', key: 'today' },
    ...seances.slice(before).map(rowOf),
  ];
}

/** Which of so many rows a key leads to from that of `index`; -1 for none. */
export function indexByKey(key: string, index: number, count: number): number {
  const targets = new Map([
    ['ArrowUp', index - 1],
    ['ArrowDown', index + 1],
    ['Home', 0],
    ['End', count - 1],
  ]);
  return targets.get(key) ?? -1;
}

function rowOf(seance: Seance): ListRow {
  return { is: 'seance', key: seance.id, seance };
}
