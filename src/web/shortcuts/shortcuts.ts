import { recall, remember } from '../core/remembered.js';

/** What each does is in `run-shortcut.ts` of the tool, and said in the help. */
export const shortcuts = ['/', 'c', 't', 'j', 'k', '?'] as const;
export type Shortcut = (typeof shortcuts)[number];

/** Where a key is typed, or belongs to what was opened. */
const elsewhere = 'input:not([type="checkbox"]), textarea, select, [contenteditable], dialog, [popover]';

/** The shortcut that a key is to an element that hears it; undefined when it is none, or the reader wants none. */
export function shortcutOf(event: KeyboardEvent): Shortcut | undefined {
  const shortcut = shortcuts.find((key) => key === event.key);
  if (!shortcut || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return undefined;
  // A key that is held down goes on from séance to séance, and does nothing else twice.
  if (event.repeat && shortcut !== 'j' && shortcut !== 'k') return undefined;
  const path = event.composedPath();
  const inside = path.slice(0, path.indexOf(event.currentTarget as EventTarget));
  const isElsewhere = inside.some((target) => target instanceof Element && target.matches(elsewhere));
  return isElsewhere || !hasShortcuts() ? undefined : shortcut;
}

/** Whether this browser's user has left them on (WCAG 2.1.4). */
export function hasShortcuts(): boolean {
  return recall('shortcuts') !== false;
}

export function rememberShortcuts(areOn: boolean): void {
  remember('shortcuts', areOn);
}
