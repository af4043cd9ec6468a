/** As much of a name as a sentence by a button has room for: it stands in full nearby. */
export function brief(name: string, limit = 60): string {
  const signs = Array.from(name);
  return signs.length > limit
    ? `${signs
        .slice(0, limit - 1)
        .join('')
        .trimEnd()}…`
    : name;
}
