import type { Locale } from './locale.js';

/** The first so many of some sentences, and how many are not said. */
export function someOf(sentences: readonly string[], most: number, locale: Locale): readonly string[] {
  const hidden = sentences.length - most;
  const more = hidden > 0 ? [locale.text('deletion.more', { count: hidden })] : [];
  return [...sentences.slice(0, most), ...more];
}
