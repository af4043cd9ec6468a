import { expect } from 'chai';
import { KnexUnitOfWork } from '../../src/adapters/knex/knex-unit-of-work.js';
import type { Feed } from '../../src/ports/feed-repository.js';
import { onEveryDatabase } from '../support/databases.js';
import { noon } from '../support/seance-records.js';

function feedOf(userId: string, tokenHash: string): Feed {
  const user = {
    id: userId,
    name: `É ${userId}`,
    locale: 'fr-BE',
    timeZone: 'Europe/Brussels',
    platformId: 'P',
  };
  return { tokenHash: tokenHash.padEnd(64, '0'), user, createdAt: noon };
}

onEveryDatabase('FeedRepository', (database) => {
  const work = () => new KnexUnitOfWork(database.open);
  const replace = (feed: Feed) => work().write(({ feeds }) => feeds.replace(feed));
  const find = ({ tokenHash }: Feed) => work().read(({ feeds }) => feeds.find(tokenHash));
  const ofUser = (userId: string) => work().read(({ feeds }) => feeds.ofUser(userId));

  it('finds a feed by the digest of its token, and by its user, as it was stored', async () => {
    const feed = feedOf('u1', 'a');
    await replace(feed);

    expect(await find(feed)).to.deep.equal(feed);
    expect(await ofUser('u1')).to.deep.equal(feed);
    expect(await ofUser('U1')).to.equal(undefined);
    expect(await find(feedOf('u1', 'A'))).to.equal(undefined);
  });

  it('keeps one feed of a user, the last, and leaves those of others alone', async () => {
    const [first, second, other] = [feedOf('u2', 'b'), feedOf('u2', 'c'), feedOf('u3', 'd')];
    for (const feed of [first, other, second]) await replace(feed);

    expect(await find(first)).to.equal(undefined);
    expect(await find(second)).to.deep.equal(second);
    expect(await find(other)).to.deep.equal(other);
  });

  it('keeps one feed of a user who asks for several at once', async () => {
    const feeds = Array.from({ length: 8 }, (_, index) => feedOf('u4', `e${index}`));
    await Promise.all(feeds.map(replace));
    const found = await Promise.all(feeds.map(find));

    expect(found.filter((feed) => feed !== undefined)).to.have.length(1);
  });

  it('removes the feed of a user, if there is one', async () => {
    const feed = feedOf('u5', 'f');
    await replace(feed);
    for (const userId of ['u5', 'u5', 'nobody'])
      await work().write((repositories) => repositories.feeds.removeOf(userId));

    expect(await find(feed)).to.equal(undefined);
  });
});
