import { expect } from 'chai';
import { KnexUnitOfWork } from '../../src/adapters/knex/knex-unit-of-work.js';
import { type Instant, shiftInstant } from '../../src/domain/time/schedule.js';
import type { AttemptKey, Claim } from '../../src/ports/idempotency-repository.js';
import { onEveryDatabase } from '../support/databases.js';
import { latch, letOthersRun } from '../support/latch.js';
import { rejection } from '../support/rejections.js';
import { noon } from '../support/seance-records.js';

onEveryDatabase('IdempotencyRepository', (database) => {
  const work = () => new KnexUnitOfWork(database.open);

  afterEach(async () => {
    await database.knex('seance_idempotency').delete();
  });

  it('gives the first claim of a key the work, and a repeated one its result', async () => {
    const result = { text: 'é 😀 " \\', list: [1, null, { deep: true }] };

    expect(await attempt(key(), result)).to.deep.equal({ outcome: 'first' });
    expect(await attempt(key(), 'not this')).to.deep.equal({ outcome: 'repeated', result });
  });

  for (const result of [null, 0, '', false, []]) {
    it(`repeats the result ${JSON.stringify(result)}`, async () => {
      await attempt(key(), result);

      expect(await attempt(key(), 'not this')).to.deep.equal({ outcome: 'repeated', result });
    });
  }

  it('recognises another request under the same key', async () => {
    await attempt(key(), 1);

    expect(await attempt(key({ fingerprint: 'other' }), 2)).to.deep.equal({ outcome: 'other-request' });
  });

  it('keeps the keys of two actors apart, and keys that differ by case', async () => {
    await attempt(key(), 1);

    expect(await attempt(key({ actorId: 'other' }), 2)).to.deep.equal({ outcome: 'first' });
    expect(await attempt(key({ key: 'KEY' }), 3)).to.deep.equal({ outcome: 'first' });
  });

  it('makes a second transaction wait for the first, and gives it the result', async () => {
    const claims = latch();
    let committed = false;
    const first = work().write(async ({ idempotency }) => {
      await idempotency.claim(key(), noon);
      claims.open();
      await letOthersRun();
      await idempotency.complete(key(), 'of the first');
      committed = true;
    });
    await claims.opened;
    const second = attempt(key(), 'of the second', () =>
      expect(committed, 'the first is done').to.equal(true),
    );

    expect(await second).to.deep.equal({ outcome: 'repeated', result: 'of the first' });
    await first;
  });

  it('frees the key for a second transaction that waits when the first fails', async () => {
    const claims = latch();
    const failing = work().write(async ({ idempotency }) => {
      await idempotency.claim(key(), noon);
      claims.open();
      await letOthersRun();
      throw new Error('failed');
    });
    const settled = rejection(failing);
    await claims.opened;

    expect(await attempt(key(), 'of the second')).to.deep.equal({ outcome: 'first' });
    expect(await settled).to.have.property('message', 'failed');
    expect(await attempt(key(), 'no')).to.deep.equal({ outcome: 'repeated', result: 'of the second' });
  });

  it('lets exactly one of ten attempts at once be the first', async () => {
    const claims = await Promise.all(Array.from({ length: 10 }, (_, index) => attempt(key(), index)));
    const first = claims.findIndex(({ outcome }) => outcome === 'first');

    expect(claims.filter(({ outcome }) => outcome === 'first')).to.have.length(1);
    expect(claims.filter((_, index) => index !== first)).to.deep.equal(
      Array.from({ length: 9 }, () => ({ outcome: 'repeated', result: first })),
    );
  });

  it('forgets attempts made before an instant, and says how many', async () => {
    for (const [name, hours] of [
      ['old', -25],
      ['older', -48],
      ['exact', -24],
      ['new', 0],
    ] as const) {
      await attempt(key({ key: name }), name, undefined, shiftInstant(noon, hours * 3_600));
    }
    const forget = () =>
      work().write(({ idempotency }) => idempotency.forgetBefore(shiftInstant(noon, -24 * 3_600)));

    expect(await forget()).to.equal(2);
    expect(await forget()).to.equal(0);
    expect(await attempt(key({ key: 'old' }), 1)).to.deep.equal({ outcome: 'first' });
    expect(await attempt(key({ key: 'exact' }), 1)).to.deep.equal({ outcome: 'repeated', result: 'exact' });
  });

  it('forgets the attempts of a user, and who they are in the results of others', async () => {
    const named = { id: 'quitter', name: 'Quentin' };
    const outcomes = (userId: string) => [{ userId, outcome: 'enrolled' }];
    await attempt(key({ actorId: 'quitter', key: 'own' }), 1);
    await attempt(key({ actorId: 'Quitter', key: 'alike' }), { author: { id: 'Quitter', name: 'Quentin' } });
    await attempt(key({ key: 'one' }), { author: named, at: 1 });
    await attempt(key({ key: 'many' }), [...outcomes('quitter'), ...outcomes('stayer')]);
    await work().write(({ idempotency }) => idempotency.forgetUser('quitter'));
    const result = async (parts: Partial<AttemptKey>) => (await attempt(key(parts), 'anew')) as unknown;

    expect(await result({ actorId: 'quitter', key: 'own' })).to.deep.equal({ outcome: 'first' });
    expect(await result({ actorId: 'Quitter', key: 'alike' })).to.deep.equal({
      outcome: 'repeated',
      result: { author: { id: 'Quitter', name: 'Quentin' } },
    });
    expect(await result({ key: 'one' })).to.deep.equal({
      outcome: 'repeated',
      result: { author: { id: '', name: '' }, at: 1 },
    });
    expect(await result({ key: 'many' })).to.deep.equal({
      outcome: 'repeated',
      result: [...outcomes(''), ...outcomes('stayer')],
    });
  });

  /** A write as use cases do it: claims, and completes when it is the first. */
  function attempt(
    claimed: AttemptKey,
    result: unknown,
    whenClaimed: () => void = () => undefined,
    now: Instant = noon,
  ): Promise<Claim> {
    return work().write(async ({ idempotency }) => {
      const claim = await idempotency.claim(claimed, now);
      whenClaimed();
      if (claim.outcome === 'first') await idempotency.complete(claimed, result);
      return claim;
    });
  }
});

function key(parts: Partial<AttemptKey> = {}): AttemptKey {
  return { actorId: 'trainer1', key: 'key', fingerprint: 'a'.repeat(64), ...parts };
}
