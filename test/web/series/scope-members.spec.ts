import { expect } from 'chai';
import type { Seance } from '../../../src/web/seance/seance.js';
import { membersInScope } from '../../../src/web/series/scope-members.js';
import type { Scope } from '../../../src/web/series/series.js';

const member = (id: string, startsAt: string): Seance => ({ id, startsAt }) as Seance;
const members = [
  member('a', '2026-12-01T09:00:00Z'),
  member('b', '2026-12-08T09:00:00Z'),
  member('twin', '2026-12-08T09:00:00Z'),
  member('c', '2026-12-15T09:00:00Z'),
];
const from = members[1]!;
const idsIn = (scope: Scope, known: readonly Seance[] | undefined = members) =>
  membersInScope(from, known, scope)?.map(({ id }) => id);

describe('Those of a series that are meant', () => {
  it('are the one, it and all that start later, or all', () => {
    expect(idsIn('this')).to.deep.equal(['b']);
    expect(idsIn('following')).to.deep.equal(['b', 'c']);
    expect(idsIn('all')).to.deep.equal(['a', 'b', 'twin', 'c']);
  });

  it('are not known before the series is, but for the one, nor when it has left the series', () => {
    const unknown = (scope: Scope) => membersInScope(from, undefined, scope);
    expect([unknown('this'), unknown('following'), unknown('all')]).to.deep.equal([
      [from],
      undefined,
      undefined,
    ]);
    expect(idsIn('following', members.slice(2))).to.equal(undefined);
  });
});
