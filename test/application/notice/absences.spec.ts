import { expect } from 'chai';
import { engineOfRun, onMysql, onSqlite } from '../../support/databases.js';
import { Post } from '../../support/post.js';
import { presences } from '../../support/presences.js';

const onDatabase = engineOfRun === 'mysql' ? onMysql : onSqlite;

onDatabase('The notice of an absence', (database) => {
  let post: Post;

  beforeEach(async () => {
    await Post.clear(database);
    post = await Post.open(database);
  });

  afterEach(() => post.close());

  const announce = async (attendanceAbsenceNotices: boolean) => {
    const { api } = post;
    const sent = await api.send('PUT', '/api/v1/admin/settings', {
      ...{ as: 'admin', json: { attendanceAbsenceNotices } },
    });
    expect(sent.status, sent.text).to.equal(200);
  };

  /** A séance that two learners were in and that is over, one of them marked absent, the other not marked; closed. */
  const closed = async () => {
    const made = await post.api.created({ name: 'Atelier', enrolmentMode: 'automatic' });
    const { id, startsAt } = made;
    await post.pass((Date.parse(startsAt) - Date.parse(post.clock.now())) / 1_000);
    const { mark, close } = presences({ api: post.api });
    const marked = await mark(id, [{ userId: 'learner1', mark: 'absent' }]);
    expect(marked.status, marked.text).to.equal(200);
    expect((await close(id)).status).to.equal(200);
    return id;
  };

  /** What was sent of it since this was asked before. */
  const told = async () => {
    await post.pass(600);
    await post.eventuallySent();
    const all = post.sent.splice(0).filter(({ kind }) => kind === 'place');
    return all.map(({ toUserId, text }) => `${toUserId}: ${/^Absence [^\s,]+/.exec(text)?.[0]}`).sort();
  };

  it('goes to who is absent when the half-day is closed, once, and to who was wrongly when it is corrected', async () => {
    await announce(true);
    const id = await closed();
    expect(await told()).to.deep.equal(['learner1: Absence notée', 'learner2: Absence notée']);
    expect(await told()).to.deep.equal([]);

    const { correct } = presences({ api: post.api });
    const corrected = await correct(id, { userId: 'learner2', mark: 'present', reason: 'Vu' });
    expect(corrected.status).to.equal(200);
    expect(await told()).to.deep.equal(['learner2: Absence corrigée']);
    await correct(id, { userId: 'learner2', mark: 'late', minutes: 5, reason: 'Vu' });
    expect(await told()).to.deep.equal([]);
    await correct(id, { userId: 'learner2', mark: 'absent', reason: 'Non' });
    expect(await told()).to.deep.equal(['learner2: Absence notée']);
  });

  it('is sent nowhere where nobody has asked for it', async () => {
    await announce(false);
    const id = await closed();
    await presences({ api: post.api }).correct(id, { userId: 'learner2', mark: 'present', reason: 'Vu' });
    expect(await told()).to.deep.equal([]);
  });
});
