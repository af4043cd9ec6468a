import { expect } from 'chai';
import { CommentThread } from '../../../src/web/comment/comment-thread.js';
import type { Comment } from '../../../src/web/comment/comment.js';
import type { SeancesClient } from '../../../src/web/space/seances-client.js';
import { FakeHost } from '../fake-host.js';

const comment = (id: string, createdAt = `2026-12-0${id}T08:00:00Z`): Comment => ({
  ...{ id, createdAt, content: `<p>${id}</p>`, editedAt: null, version: 1 },
  announced: null,
  author: { id: 'trainer1', name: 'Ada' },
});

describe('The thread of the informations', () => {
  let pages: readonly (readonly Comment[])[];
  let thread: CommentThread;
  const client = {
    listComments: (_seance: string, page: number) =>
      Promise.resolve({ items: pages[page - 1] ?? [], total: pages.flat().length, page, size: 2 }),
  } as unknown as SeancesClient;
  const ids = () => thread.comments?.map(({ id }) => id);

  beforeEach(() => {
    pages = [[comment('5'), comment('4')], [comment('3'), comment('2')], [comment('1')]];
    thread = new CommentThread(new FakeHost());
  });

  it('grows page by page, as long as there are more', async () => {
    expect(thread.comments).to.equal(undefined);
    await thread.loadFirst(client, 's');
    expect(ids()).to.deep.equal(['5', '4']);
    expect(thread.hasMore).to.equal(true);
    await thread.loadMore(client, 's');
    await thread.loadMore(client, 's');
    expect(ids()).to.deep.equal(['5', '4', '3', '2', '1']);
    expect(thread.hasMore).to.equal(false);
  });

  it('shows once what moved to the next page because somebody wrote meanwhile', async () => {
    await thread.loadFirst(client, 's');
    pages = [
      [comment('6'), comment('5')],
      [comment('4'), comment('3')],
      [comment('2'), comment('1')],
    ];
    await thread.loadMore(client, 's');
    expect(ids()).to.deep.equal(['5', '4', '3']);
  });

  it('puts what was written or restored where the server would', async () => {
    pages = [[comment('5'), comment('3')]];
    await thread.loadFirst(client, 's');
    thread.keep(comment('4'));
    expect(ids()).to.deep.equal(['5', '4', '3']);
  });

  it('puts another text in the place of the one before', async () => {
    await thread.loadFirst(client, 's');
    thread.keep({ ...comment('4'), content: '<p>other</p>' });
    expect(ids()).to.deep.equal(['5', '4']);
    expect(thread.comments?.[1]?.content).to.equal('<p>other</p>');
  });

  it('reads one of them again, wherever it is by now, and leaves the others as they are', async () => {
    await thread.loadFirst(client, 's');
    const newer = { ...comment('4'), content: '<p>other</p>', version: 2 };
    pages = [
      [comment('7'), comment('6')],
      [comment('5'), newer],
    ];

    expect(await thread.readAgain(client, 's', '4')).to.deep.equal(newer);
    expect(thread.comments).to.deep.equal([comment('5'), newer]);
    expect(await thread.readAgain(client, 's', '9')).to.equal(undefined);
    expect(ids()).to.deep.equal(['5', '4']);
  });

  it('forgets what was deleted, and asks for no more than there is', async () => {
    pages = [[comment('2'), comment('1')]];
    await thread.loadFirst(client, 's');
    thread.remove('2');
    expect(ids()).to.deep.equal(['1']);
    expect(thread.hasMore).to.equal(false);
  });
});
