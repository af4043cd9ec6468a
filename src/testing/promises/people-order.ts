import assert from 'node:assert/strict';
import type { Person } from '../../ports/directory.js';

/**
 * Fails for the first two people who stand the wrong way round by their last names, whose case and accents do not count.
 *
 * Databases that sort so disagree on anything but the letters from A to Z: on blanks, hyphens and apostrophes, and on
 * letters such as ø and œ. From the first of these on, names are not compared.
 */
export function assertOrdered(people: readonly Person[]): void {
  const letters = people.map(({ lastName }) => comparable(lastName));
  for (const [at, { lastName, name }] of people.entries()) {
    const first = letters.slice(0, at).findIndex((one) => isAfter(one, letters[at] ?? ''));
    const before = people[first];
    assert.ok(
      !before,
      `"${name}" stands after "${before?.name ?? ''}", and "${lastName}" comes before "${before?.lastName ?? ''}" when neither case nor accents count`,
    );
  }
}

/** Ends a name of which nothing was left out: it comes before whatever begins as it does. */
const end = '\0';

function comparable(lastName: string): string {
  const bare = lastName.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const letters = /^[a-z]*/.exec(bare)?.[0] ?? '';
  return letters === bare ? letters + end : letters;
}

/** Whether `one` comes after `other` by the first letter in which they differ, as far as both go. */
function isAfter(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length);
  return one.slice(0, length) > other.slice(0, length);
}
