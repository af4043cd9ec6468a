/**
 * The beginning of a text, of at most `longest` UTF-16 units, as TypeScript counts. A character that the cut would halve is
 * left out: no database keeps half of one as it is (Unicode, 3.9: a surrogate alone is no text).
 */
export function cutTo(longest: number, text: string): string {
  return text.length > longest ? text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '') : text;
}

/** A text as databases keep it: what was half of a character is U+FFFD, as in UTF-8. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\uFFFD');
}
