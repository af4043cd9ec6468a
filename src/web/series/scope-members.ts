import type { Seance } from '../seance/seance.js';
import type { Scope } from './series.js';

/**
 * The séances of a series that are meant.
 *
 * @param members in the order of their starts; undefined as long as they are not known, when only `this` is.
 */
export function membersInScope(
  seance: Seance,
  members: readonly Seance[] | undefined,
  scope: Scope,
): readonly Seance[] | undefined {
  if (scope === 'this') return [seance];
  if (scope === 'all') return members;
  const from = members?.find(({ id }) => id === seance.id);
  return from && members?.filter(({ id, startsAt }) => id === from.id || startsAt > from.startsAt);
}
