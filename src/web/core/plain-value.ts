import type { Locale } from './locale.js';

/** A value as people read it where nothing else says how: yes and no in words, nothing as an empty text. */
export function plainValue(value: unknown, locale: Locale): string {
  if (typeof value === 'boolean') return locale.text(value ? 'merge.yes' : 'merge.no');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
