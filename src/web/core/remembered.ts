/** What this browser's user chose last, under a name of ours; null when they have not, or it cannot be read. */
export function recall(name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(`seances.${name}`) ?? 'null');
  } catch {
    // Storage may be forbidden, and its content is anybody's: neither is a reason not to show anything.
    return null;
  }
}

export function remember(name: string, choice: unknown): void {
  try {
    localStorage.setItem(`seances.${name}`, JSON.stringify(choice));
  } catch {
    // As above: the choice then lasts as long as the page.
  }
}

export function forget(name: string): void {
  try {
    localStorage.removeItem(`seances.${name}`);
  } catch {
    // As above.
  }
}
