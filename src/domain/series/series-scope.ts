import { type Issue, refusedSeance } from '../refusal.js';
import { assertVersion, type Seance } from '../seance/seance.js';

/** Which séances of a series a change or a deletion is about. */
export const scopes = ['this', 'following', 'all'] as const;
export type Scope = (typeof scopes)[number];

/**
 * The séances that a change or a deletion of `target` is about: `following` are itself and those that start later, and
 * not another one that starts at the same instant.
 *
 * @param members the séances of its series in the order of their starts; only `target` for one on its own.
 */
export function inScope<Member extends Pick<Seance, 'id' | 'startsAt'>>(
  target: Member,
  members: readonly Member[],
  scope: Scope,
): readonly Member[] {
  if (scope === 'this') return members.filter(({ id }) => id === target.id);
  if (scope === 'all') return members;
  return members.filter(({ id, startsAt }) => id === target.id || startsAt > target.startsAt);
}

/** As {@link assertVersion}, of the séance that those in scope are known by: of several, the refusal names it. */
export function assertVersionInScope(
  seance: Seance,
  expected: readonly number[] | undefined,
  scope: Scope,
): void {
  const issue: Issue = { field: [], code: 'stale', seance: refusedSeance(seance) };
  assertVersion(seance, expected, scope === 'this' ? [] : [issue]);
}
