import { expect } from 'chai';
import { KnexUnitOfWork } from '../../../src/adapters/knex/knex-unit-of-work.js';
import { UuidGenerator } from '../../../src/adapters/system/uuid-generator.js';
import { type Instant, shiftInstant } from '../../../src/domain/time/schedule.js';
import { onEveryDatabase } from '../../support/databases.js';

const noon = '2026-03-02T12:00:00Z' as Instant;
const ids = new UuidGenerator();

onEveryDatabase('Mails that a process sends', (database) => {
  const work = () => new KnexUnitOfWork(database.open);

  beforeEach(() => database.knex('seance_notice').delete());

  const tell = async (userId: string, toldAt: Instant): Promise<string> => {
    const id = ids.next();
    const set = { setId: ids.next(), spaceId: 'demo', kind: 'change', seanceIds: null } as const;
    await work().write(({ notices }) =>
      notices.tell([{ id, userId, ...set, toldAt, mailAt: toldAt, isDaily: false }]),
    );
    return id;
  };

  /** By a process whose clock shows `now`. */
  const claim = async (token: string, now: Instant): Promise<readonly string[]> => {
    const due = await work().write(async ({ noticeSets, noticeMails }) => {
      await noticeSets.lockDerivation();
      return noticeMails.claim({ token, until: shiftInstant(now, 600) }, now, 50);
    });
    return due.map(({ notice }) => notice.id);
  };

  it('are not overtaken by later ones of their reader, be its clock ahead of that of others', async () => {
    const first = await tell('learner1', noon);
    expect(await claim('one', shiftInstant(noon, 5))).to.deep.equal([first]);
    await tell('learner1', noon);
    const ofAnother = await tell('learner2', noon);

    expect(await claim('other', noon)).to.deep.equal([ofAnother]);
  });

  it('are sent by another one with the later ones when it has died, in their order', async () => {
    const first = await tell('learner1', noon);
    await claim('one', noon);
    const second = await tell('learner1', noon);

    expect(await claim('other', shiftInstant(noon, 599))).to.deep.equal([]);
    expect(await claim('other', shiftInstant(noon, 600))).to.deep.equal([first, second]);
  });

  it('keep nobody from theirs when its clock was a day ahead', async () => {
    const tomorrow = shiftInstant(noon, 24 * 3_600);
    await tell('learner1', noon);
    await claim('one', tomorrow);
    const second = await tell('learner1', noon);

    expect(await claim('other', shiftInstant(noon, 60))).to.deep.equal([second]);
  });
});
