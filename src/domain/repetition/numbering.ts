import type { Seance } from '../seance/seance.js';

const longestName = 255;

/** A name without the number that a repetition gave it: `Atelier [3]` is `Atelier`. */
export function baseName(name: string): string {
  return name.replace(/ \[\d+\]$/, '') || name;
}

/** `base [number]`, or `base` alone without a number; a base that is too long for the number gives way. */
export function numberedName(base: string, number: number | null): string {
  if (number === null) return base;
  const suffix = ` [${number}]`;
  // A cut may leave half of a character at the end; whole names never have one.
  return base.slice(0, longestName - suffix.length).replace(/[\uD800-\uDBFF]$/, '') + suffix;
}

/** The number after which a repetition of `source` goes on, when the highest one of its series is `highest`. */
export function lastNumber(source: Pick<Seance, 'name'>, highest: number | null): number {
  const own = / \[(\d{1,9})\]$/.exec(source.name)?.[1];
  return Math.max(highest ?? 0, Number(own ?? 0));
}
