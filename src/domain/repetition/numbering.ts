import type { Seance } from '../seance/seance.js';
import { cutTo } from '../text/cut.js';

const longestName = 255;

/** What is known of a séance's name: the name, and the number that a repetition gave it, if any. */
type Numbered = Pick<Seance, 'name' | 'seriesNumber'>;

/**
 * A name without the number that a repetition gave the séance: `Atelier [3]` of the number 3 is `Atelier`. Whatever else
 * stands in brackets belongs to the name: `Excel [2016]`.
 */
export function baseName({ name, seriesNumber }: Numbered): string {
  const suffix = suffixOf(seriesNumber);
  return name.endsWith(suffix) ? name.slice(0, name.length - suffix.length) || name : name;
}

/** `base [number]`, or `base` alone without a number; a base that is too long for the number gives way. */
export function numberedName(base: string, number: number | null): string {
  if (number === null) return base;
  const suffix = suffixOf(number);
  return cutTo(longestName - suffix.length, base) + suffix;
}

function suffixOf(number: number | null): string {
  return number === null ? '' : ` [${number}]`;
}
