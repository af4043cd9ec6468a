import { expect } from 'chai';
import type { FixedClock } from '../../src/testing/index.js';
import type { TestDatabase } from './databases.js';
import { eventually } from './eventually.js';

/** Waits until all that happened is a part of a set. */
export async function eventuallyDerived({ knex }: TestDatabase): Promise<void> {
  await eventually(async () => {
    expect(await knex('seance_event').whereNotNull('derive_at').first('id')).to.equal(undefined);
  });
}

/** Waits until every set that has closed is told. */
export async function eventuallyTold({ knex }: TestDatabase, clock: FixedClock): Promise<void> {
  await eventually(async () => {
    const open = knex('seance_notice_set').whereNull('closed_at');
    expect(await open.where('closes_at', '<=', clock.now()).first('id')).to.equal(undefined);
  });
}
