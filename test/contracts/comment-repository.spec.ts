import { expect } from 'chai';
import { KnexUnitOfWork } from '../../src/adapters/knex/knex-unit-of-work.js';
import { changed, type Comment } from '../../src/domain/comment/comment.js';
import type { Instant } from '../../src/domain/time/schedule.js';
import type { CommentRepository } from '../../src/ports/comment-repository.js';
import type { SeanceRecord } from '../../src/ports/seance-repository.js';
import { onEveryDatabase } from '../support/databases.js';
import { nextId, noon, seanceQuery, seanceRecord, spaceId } from '../support/seance-records.js';

const later = '2026-11-23T12:00:01Z' as Instant;
const latest = '2026-11-23T12:00:02Z' as Instant;

onEveryDatabase('CommentRepository', (database) => {
  const work = () => new KnexUnitOfWork(database.open);
  const change = <T>(use: (comments: CommentRepository) => Promise<T>) =>
    work().write(({ comments }) => use(comments));
  const found = (comment: Comment) =>
    work().read(({ comments }) => comments.find(comment.spaceId, comment.seanceId, comment.id));
  const listed = async (page = 1, size = 10) =>
    work().read(({ comments }) => comments.ofSeance(spaceId, seance().id, { page, size }));
  const countOf = async (id: string) =>
    (await work().read(({ seances }) => seances.get(spaceId, id))).commentCount;

  let records: readonly SeanceRecord[];
  const seance = (index = 0) => (records[index] as SeanceRecord).seance;

  function comment(parts: Partial<Comment> = {}): Comment {
    const { id: seanceId, sessionId } = seance();
    return {
      id: nextId(),
      ...{ spaceId, sessionId, seanceId },
      content: '<p>Démarrage 15 minutes plus tard. 😀 \\ %</p>',
      author: { id: 'trainer1', name: 'Zoé Étienne' },
      announcedTo: null,
      createdAt: noon,
      editedAt: null,
      deletedAt: null,
      version: 1,
      ...parts,
    };
  }

  async function added(parts: Partial<Comment> = {}): Promise<Comment> {
    const one = comment(parts);
    await change((comments) => comments.add([one]));
    return one;
  }

  beforeEach(async () => {
    records = [seanceRecord(), seanceRecord(), seanceRecord({ spaceId: 'other' })];
    await work().write(({ seances }) => seances.insert(records));
  });

  afterEach(async () => {
    await database.knex('seance_comment').delete();
    await database.knex('seance').delete();
  });

  it('gives back what was added, with everything that people write', async () => {
    const one = await added({
      content: `<p>${'日本 é '.repeat(8_000)}</p>`,
      announcedTo: ['enrolled', 'waiting', 'trainers'],
    });

    expect(await found(one)).to.deep.equal(one);
    expect(await listed()).to.deep.equal({ items: [one], total: 1 });
  });

  it('lists the newest first, and of one second the one added last', async () => {
    const middle = await added({ createdAt: later });
    const oldest = await added({ createdAt: noon });
    const newest = await added({ createdAt: later });

    expect((await listed()).items).to.deep.equal([newest, middle, oldest]);
  });

  it('pages without repeating or missing anything', async () => {
    for (let index = 0; index < 5; index += 1) await added();
    const pages = [await listed(1, 2), await listed(2, 2), await listed(3, 2), await listed(4, 2)];

    expect(pages.map(({ items }) => items.length)).to.deep.equal([2, 2, 1, 0]);
    expect(pages.map(({ total }) => total)).to.deep.equal([5, 5, 5, 5]);
    expect(new Set(pages.flatMap(({ items }) => items.map(({ id }) => id))).size).to.equal(5);
  });

  it('keeps the comments of other séances and spaces apart', async () => {
    const one = await added();
    await added({ seanceId: seance(1).id });
    await added({ seanceId: seance(2).id, spaceId: 'other' });

    expect((await listed()).items).to.deep.equal([one]);
    expect(await found({ ...one, seanceId: seance(1).id })).to.equal(undefined);
    expect(await found({ ...one, spaceId: 'other' })).to.equal(undefined);
    expect(await found({ ...one, id: "'\u0000\\" })).to.equal(undefined);
  });

  it('rewrites the content, with its time and version, and nothing else', async () => {
    const one = await added();
    const rewritten = { ...one, content: '<p>À 10 h.</p>', editedAt: later, version: 999_999_999 };
    await change((comments) =>
      comments.rewrite({ ...rewritten, author: { id: 'x', name: 'x' }, createdAt: latest }),
    );

    expect(await found(one)).to.deep.equal(rewritten);
  });

  it('leaves what is deleted out of the list, and can put it back where it was', async () => {
    const [first, second] = [await added({ createdAt: noon }), await added({ createdAt: later })];
    const deleted = changed(first, { deletedAt: latest });
    await change((comments) => comments.markDeleted(deleted, latest));
    expect(await listed()).to.deep.equal({ items: [second], total: 1 });
    expect(await found(first)).to.deep.equal({ ...first, deletedAt: latest, version: 2 });

    await change((comments) => comments.markRestored(changed(deleted, { deletedAt: null }), latest));
    expect((await listed()).items).to.deep.equal([second, { ...first, version: 3 }]);
  });

  it('counts with the séance what is not deleted, in its list and by itself', async () => {
    const [one] = [await added(), await added(), await added({ seanceId: seance(1).id })];
    expect([await countOf(seance().id), await countOf(seance(1).id)]).to.deep.equal([2, 1]);
    await change((comments) => comments.markDeleted(one, later));
    expect(await countOf(seance().id)).to.equal(1);
    await change((comments) => comments.markRestored({ ...one, deletedAt: later }, later));

    const { items } = await work().read(({ seances }) => seances.list(seanceQuery()));
    expect(items.map(({ commentCount }) => commentCount)).to.deep.equal([2, 1]);
  });

  it('keeps the count when the séance is edited meanwhile, and takes it back with the transaction', async () => {
    await added();
    await work().write(({ seances }) => seances.update(records.slice(0, 1)));
    expect(await countOf(seance().id)).to.equal(1);

    const failing = work().write(async ({ comments }) => {
      await comments.add([comment()]);
      throw new Error('changed my mind');
    });
    await failing.catch(() => undefined);
    expect([await countOf(seance().id), (await listed()).total]).to.deep.equal([1, 1]);
  });

  it('adds one to each of several séances, and counts it there', async () => {
    const both = [comment(), comment({ seanceId: seance(1).id })];
    await change((comments) => comments.add(both));

    expect(
      await work().read(({ comments }) => comments.ofSeances(spaceId, [seance().id, seance(1).id])),
    ).to.have.deep.members(both);
    expect([await countOf(seance().id), await countOf(seance(1).id)]).to.deep.equal([1, 1]);
  });

  it('takes a forgotten user out of what they wrote, and of nothing else', async () => {
    const theirs = await added();
    const others = await added({ author: { id: 'Trainer1', name: 'Zoé' } });
    const elsewhere = await added({ seanceId: seance(1).id });
    await change((comments) => comments.forgetUser('trainer1', [seance().id]));

    expect(await found(theirs)).to.deep.equal({ ...theirs, author: { id: '', name: '' } });
    expect(await found(others)).to.deep.equal(others);
    expect(await found(elsewhere)).to.deep.equal(elsewhere);
  });

  it('gives those of several séances of a space, the newest of each first, and no deleted ones', async () => {
    const [old, deleted] = [await added(), await added()];
    const [newest, other] = [await added({ createdAt: later }), await added({ seanceId: seance(1).id })];
    await added({ seanceId: seance(2).id, spaceId: 'other' });
    await change((comments) => comments.markDeleted(deleted, later));
    const ids = records.map(({ seance: { id } }) => id);
    const all = await work().read(({ comments }) => comments.ofSeances(spaceId, ids));

    expect(all.filter(({ seanceId }) => seanceId === seance().id)).to.deep.equal([newest, old]);
    expect(all).to.have.deep.members([newest, old, other]);
  });

  it('changes the entry of its séance, and not the version, with whatever is done to it', async () => {
    const entry = async () => {
      const [one] = await work().read(({ feedEntries }) => feedEntries.entries([seance().id]));
      return [one?.seance.version, one?.entryVersion, one?.entryChangedAt];
    };
    expect(await entry()).to.deep.equal([1, 1, noon]);
    const one = await added({ createdAt: later });
    expect(await entry()).to.deep.equal([1, 2, later]);
    await change((comments) => comments.rewrite({ ...one, editedAt: latest }));
    expect(await entry()).to.deep.equal([1, 3, latest]);
    await change((comments) => comments.markDeleted(one, latest));
    expect(await entry()).to.deep.equal([1, 4, latest]);
    await change((comments) => comments.markRestored(one, latest));
    expect(await entry()).to.deep.equal([1, 5, latest]);
  });

  it('removes for ever what was deleted before an instant, and says how many', async () => {
    const [kept, old, recent] = [await added(), await added(), await added()];
    await change((comments) => comments.markDeleted(old, noon));
    await change((comments) => comments.markDeleted(recent, later));

    expect(await change((comments) => comments.removeDeletedBefore('', later))).to.equal(1);
    expect(await found(old)).to.equal(undefined);
    expect(await found(recent)).not.to.equal(undefined);
    expect((await listed()).items).to.deep.equal([kept]);
  });

  it('removes the comments of purged séances, deleted ones too, and no others', async () => {
    const [gone, deleted] = [await added(), await added()];
    await change((comments) => comments.markDeleted(deleted, noon));
    const kept = await added({ seanceId: seance(1).id });
    await change((comments) => comments.removeOf(spaceId, [seance().id, seance(2).id]));

    expect([await found(gone), await found(deleted), await found(kept)]).to.deep.equal([
      undefined,
      undefined,
      kept,
    ]);
  });
});
