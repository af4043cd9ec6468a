import { expect } from 'chai';
import { KnexUnitOfWork } from '../../src/adapters/knex/knex-unit-of-work.js';
import type { Instant } from '../../src/domain/time/schedule.js';
import { onEveryDatabase } from '../support/databases.js';

const first = '2026-11-29T08:00:00Z' as Instant;
const later = '2026-11-29T08:01:00Z' as Instant;

onEveryDatabase('RunningVersionRepository', (database) => {
  const work = () => new KnexUnitOfWork(database.open);
  const all = () => work().read(({ runningVersions }) => runningVersions.all());
  const announce = (version: string, seenAt: Instant) =>
    work().write(({ runningVersions }) => runningVersions.announce({ version, seenAt }));

  afterEach(async () => {
    await database.knex('seance_running_version').delete();
  });

  it('is empty as long as nobody has said anything', async () => {
    expect(await all()).to.deep.equal([]);
  });

  it('has one entry for a version, with what was said last', async () => {
    await announce('0.2.0', first);
    await announce('0.1.0', first);
    await announce('0.2.0', later);

    expect(await all()).to.deep.equal([
      { version: '0.1.0', seenAt: first },
      { version: '0.2.0', seenAt: later },
    ]);
  });

  it('takes what several say at the same time', async () => {
    await Promise.all(Array.from({ length: 8 }, (_, index) => announce(`0.${index % 2}.0`, later)));

    expect((await all()).map(({ version }) => version)).to.deep.equal(['0.0.0', '0.1.0']);
  });

  it('forgets what was seen before an instant, and says how many', async () => {
    await announce('0.1.0', first);
    await announce('0.2.0', later);
    const forget = (at: Instant) => work().write(({ runningVersions }) => runningVersions.forgetBefore(at));

    expect(await forget(first)).to.equal(0);
    expect(await forget(later)).to.equal(1);
    expect((await all()).map(({ version }) => version)).to.deep.equal(['0.2.0']);
  });
});
