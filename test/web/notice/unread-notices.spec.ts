import { expect } from 'chai';
import type { Notice, Notices } from '../../../src/web/notice/notice.js';
import type { NoticesClient } from '../../../src/web/notice/notices-client.js';
import { UnreadNotices } from '../../../src/web/space/unread-notices.js';

const change = (id: string, seanceId: string, fields: object) =>
  ({ id, kind: 'change', readAt: null, data: { changes: [{ seanceId, ...fields }] } }) as unknown as Notice;
const moved = { start: { before: 'a', after: 'b' } };

/** What a server keeps, that refuses to mark anything when it is to. */
class Kept {
  items: readonly Notice[] = [];
  refuses = false;
  readonly client = {
    listUnread: () => Promise.resolve({ items: this.items, unread: this.items.length } as unknown as Notices),
    markRead: (ids: readonly string[]) => {
      if (this.refuses) return Promise.reject(new Error('refused'));
      this.items = this.items.filter(({ id }) => !ids.includes(id));
      return Promise.resolve();
    },
  } as unknown as NoticesClient;
}

describe('What somebody has not read', () => {
  it('has arrived when there is more than at the answer before, and not at the first', async () => {
    const kept = new Kept();
    const unread = new UnreadNotices(kept.client);
    kept.items = [change('1', 's', moved)];
    expect(await unread.ask()).to.equal(false);
    kept.items = [change('2', 's', moved), change('3', 's', moved), ...kept.items];
    expect(await unread.ask()).to.equal(true);
    expect([unread.count, unread.arrived]).to.deep.equal([3, 2]);
    expect(await unread.ask()).to.equal(false);
    expect(unread.arrived).to.equal(0);
  });

  it('says of a séance that it has moved when its time or place is another', async () => {
    const kept = new Kept();
    const unread = new UnreadNotices(kept.client);
    kept.items = [change('1', 'moved', moved), change('2', 'cancelled', { cancelled: {} })];
    await unread.ask();
    expect(unread.hasMoved('moved')).to.equal(true);
    expect(unread.hasMoved('cancelled')).to.equal(false);
    expect(unread.changesOf('cancelled')).to.have.length(1);
    await unread.read(['1']);
    expect(unread.hasMoved('moved')).to.equal(false);
    expect(unread.count).to.equal(1);
  });

  it('stays unread when the server does not know that it was read', async () => {
    const kept = new Kept();
    const unread = new UnreadNotices(kept.client);
    kept.items = [change('1', 's', moved)];
    await unread.ask();
    kept.refuses = true;
    const failure = await unread.read(['1']).catch(String);
    expect(failure).to.contain('refused');
    expect([unread.count, unread.hasMoved('s')]).to.deep.equal([1, true]);
  });
});
