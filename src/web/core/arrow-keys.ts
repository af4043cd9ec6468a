/** Moves the focus among `items` for an arrow key, Home or End (WAI-ARIA: menu, toolbar); true when it did. */
export function moveFocus(event: KeyboardEvent, items: readonly HTMLElement[]): boolean {
  const current = items.indexOf(event.target as HTMLElement);
  const target = targetOf(event.key, current, items.length);
  if (target === undefined) return false;
  event.preventDefault();
  items.at(target % items.length)?.focus();
  return true;
}

function targetOf(key: string, current: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
    case 'ArrowRight':
      return current + 1;
    case 'ArrowUp':
    case 'ArrowLeft':
      return current - 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
