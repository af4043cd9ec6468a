/** What this browser's user chose under a name; undefined when nothing was, or when it is not to be had. */
export function readStored(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') ?? undefined;
  } catch {
    // Storage may be forbidden, and its content is anybody's: neither is a reason not to show anything.
    return undefined;
  }
}

/** Keeps a choice for the next time; where storage is forbidden it lasts as long as the page. */
export function store(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    return;
  }
}
