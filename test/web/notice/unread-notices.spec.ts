import { expect } from 'chai';
import type { NoticesClient } from '../../../src/web/notice/notices-client.js';
import { UnreadNotices } from '../../../src/web/space/unread-notices.js';

const at = '2026-11-29T10:00:00Z';
const moved = (noticeId: string) => ({ unreadChanges: [{ noticeId, at, moved: true }] });

/** What a server keeps, that refuses to mark anything when it is to. */
class Kept {
  ids: readonly string[] = [];
  refuses = false;
  readonly client = {
    countUnread: () => Promise.resolve(this.ids.length),
    markRead: (ids: readonly string[]) => {
      if (this.refuses) return Promise.reject(new Error('refused'));
      this.ids = this.ids.filter((id) => !ids.includes(id));
      return Promise.resolve();
    },
    markReadUntil: () => {
      this.ids = [];
      return Promise.resolve();
    },
  } as unknown as NoticesClient;
}

describe('What somebody has not read', () => {
  it('has arrived when there is more than at the answer before, and not at the first', async () => {
    const kept = new Kept();
    const unread = new UnreadNotices(kept.client);
    kept.ids = ['1'];
    expect(await unread.ask()).to.equal(false);
    kept.ids = ['2', '3', '1'];
    expect(await unread.ask()).to.equal(true);
    expect([unread.count, unread.arrived]).to.deep.equal([3, 2]);
    expect(await unread.ask()).to.equal(false);
    expect(unread.arrived).to.equal(0);
  });

  it('says of a séance that it has moved until that is read, whatever the séance knew when it was asked for', async () => {
    const kept = new Kept();
    const unread = new UnreadNotices(kept.client);
    kept.ids = ['1', '2'];
    await unread.ask();
    const cancelled = { unreadChanges: [{ noticeId: '2', at, moved: false }] };
    expect([moved('1'), cancelled, {}].map((one) => unread.hasMoved(one))).to.deep.equal([
      true,
      false,
      false,
    ]);
    expect(unread.changesOf(cancelled)).to.have.length(1);
    await unread.read(['1']);
    expect(unread.hasMoved(moved('1'))).to.equal(false);
    expect(unread.count).to.equal(1);
  });

  it('says nothing of what was told until a time up to which all is read', async () => {
    const kept = new Kept();
    const unread = new UnreadNotices(kept.client);
    const later = { unreadChanges: [{ noticeId: '2', at: '2026-11-29T10:00:01Z', moved: true }] };
    await unread.readUntil(at);
    expect([moved('1'), later].map((one) => unread.hasMoved(one))).to.deep.equal([false, true]);
  });

  it('is counted when something was read before the first answer', async () => {
    const kept = new Kept();
    const unread = new UnreadNotices(kept.client);
    kept.ids = ['1', '2'];
    const asked = unread.ask();
    await unread.read(['1']);
    expect(await asked).to.equal(false);
    expect(unread.count).to.equal(1);
  });

  it('stays unread when the server does not know that it was read', async () => {
    const kept = new Kept();
    const unread = new UnreadNotices(kept.client);
    kept.ids = ['1'];
    await unread.ask();
    kept.refuses = true;
    const failure = await unread.read(['1']).catch(String);
    expect(failure).to.contain('refused');
    expect([unread.count, unread.hasMoved(moved('1'))]).to.deep.equal([1, true]);
  });
});
