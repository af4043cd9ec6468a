/** How many neighbours of the current page are shown on each side. */
const reach = 2;

/** The page numbers to show: the first, the last and those around the current one; undefined stands for a gap. */
export function visiblePages(current: number, count: number): readonly (number | undefined)[] {
  const pages = Array.from({ length: count }, (_, index) => index + 1).filter(
    (page) => page === 1 || page === count || Math.abs(page - current) <= reach,
  );
  return pages.flatMap((page, index) =>
    index > 0 && page - (pages[index - 1] ?? 0) > 1 ? [undefined, page] : [page],
  );
}
