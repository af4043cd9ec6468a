/** In UTF-16 units, as spreadsheets count. */
const longest = 31;

/** A name that spreadsheets take for a sheet; `otherwise` when nothing of it is left, or they keep it for themselves. */
export function sheetName(name: string, otherwise: string): string {
  const kept = name
    .replace(/[\p{Cc}\\/?*:[\]]/gu, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, longest)
    // Half of a sign that was cut in two, and quotes at an end.
    .replace(/\p{Cs}$/u, '')
    .replace(/^[' ]+|[' ]+$/g, '');
  return kept === '' || kept.toLowerCase() === 'history' ? otherwise : kept;
}
