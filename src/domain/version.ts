import { Refusal } from './refusal.js';

/**
 * @param expected the versions on which a change may be made; undefined for any.
 * @throws Refusal `stale` when `stored` has another one: somebody has changed it since it was read.
 */
export function assertVersion(
  stored: { readonly version: number },
  expected: readonly number[] | undefined,
): void {
  if (expected && !expected.includes(stored.version)) throw new Refusal('stale');
}
