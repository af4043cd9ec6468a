import { expect } from 'chai';
import type { CommentView } from '../../../src/application/comment/comment-view.js';
import type { SeanceView } from '../../../src/application/seance/seance-view.js';
import { type Answer, invalid, refusedWith, seances } from '../../support/api.js';
import { onHttp } from '../../support/scene.js';

const day = 86_400;

interface CommentPage {
  readonly items: readonly CommentView[];
  readonly total: number;
  readonly page: number;
  readonly size: number | 'all';
}

onHttp('Comments', (scene) => {
  const at = (id: string, rest = '') => `${seances}/${id}/comments${rest}`;
  const add = (id: string, content: unknown = '<p>Démarrage 15 minutes plus tard.</p>', as = 'trainer1') =>
    scene.api.post<CommentView>(at(id), { content }, { as });
  const list = async (id: string, query = '') =>
    (await scene.api.get<CommentPage>(at(id, query), { as: 'learner1' })).body;
  const countOf = async (id: string) =>
    (await scene.api.get<SeanceView>(`${seances}/${id}`)).body.commentCount;

  async function seanceId(): Promise<string> {
    return (await scene.api.created()).id;
  }

  async function added(id: string, content?: string): Promise<CommentView> {
    const answer: Answer<CommentView> = await add(id, content);
    expect(answer.status, answer.text).to.equal(201);
    return answer.body;
  }

  async function trail(id: string): Promise<readonly Record<string, unknown>[]> {
    const rows = (await scene.database
      .knex('seance_event')
      .select('type', 'actor_id', 'data')
      .where('seance_id', id)
      .andWhere('type', 'like', 'comment.%')
      .orderBy('sequence')) as { type: string; actor_id: string; data: string }[];
    return rows.map(({ type, actor_id: by, data }) => ({ type, by, ...(JSON.parse(data) as object) }));
  }

  it('are added by staff and read by everybody who can open the séance', async () => {
    const id = await seanceId();
    const comment = await added(id);

    expect(comment).to.deep.equal({
      id: comment.id,
      content: '<p>Démarrage 15 minutes plus tard.</p>',
      author: { id: 'trainer1', name: 'Zoé Étienne' },
      createdAt: scene.clock.now(),
      editedAt: null,
      version: 1,
      announced: null,
    });
    expect(await list(id)).to.deep.equal({ items: [comment], total: 1, page: 1, size: 20 });
  });

  it('are listed the newest first, page by page or all at once', async () => {
    const id = await seanceId();
    const ids: string[] = [];
    for (let number = 0; number < 12; number += 1) ids.unshift((await added(id, `<p>${number}</p>`)).id);
    const idsOf = ({ items }: CommentPage) => items.map((comment) => comment.id);

    expect(idsOf(await list(id))).to.deep.equal(ids);
    const second = await list(id, '?size=10&page=2');
    expect([idsOf(second), second.total]).to.deep.equal([ids.slice(10), 12]);
    expect(idsOf(await list(id, '?size=all'))).to.deep.equal(ids);
    expect(idsOf(await list(id, '?page=9'))).to.deep.equal([]);
    invalid(await scene.api.get(at(id, '?size=7&page=0')), ['?page', 'too-small'], ['?size', 'not-allowed']);
  });

  it('are counted in the séance and in the list, without changing its version', async () => {
    const { id, version } = await scene.api.created({ name: 'Counted' });
    const { id: first } = await added(id);
    await added(id);
    await scene.api.delete(at(id, `/${first}`));

    const { body } = await scene.api.get<{ items: SeanceView[] }>(`${seances}?q=counted`, { as: 'learner1' });
    expect(body.items.map(({ commentCount }) => commentCount)).to.deep.equal([1]);
    const edited = await scene.api.patch<SeanceView>(
      `${seances}/${id}`,
      { capacity: 3 },
      { headers: { 'if-match': `"${version}"` } },
    );
    expect([edited.status, edited.body.commentCount]).to.deep.equal([200, 1]);
  });

  it('keep nothing of markup that attacks', async () => {
    const id = await seanceId();
    const { content } = await added(
      id,
      '<p onclick="x()">À <b>10 h</b><script>alert(1)</script><img src=x onerror=alert(1)></p>',
    );

    expect(content).to.equal('<p>À <strong>10 h</strong></p>');
  });

  for (const [what, content, code] of [
    ['nothing', undefined, 'required'],
    ['an empty text', '', 'empty'],
    ['null', null, 'wrong-type'],
    ['a number', 7, 'wrong-type'],
    ['blanks', ' \n ', 'empty'],
    ['markup without a text', '<p><br></p><p>&nbsp;</p>', 'empty'],
    ['nothing but an attack', '<script>alert(1)</script>', 'empty'],
    ['half a character', '\ud83d', 'invalid-format'],
    ['50,001 characters', 'x'.repeat(50_001), 'too-long'],
  ] as const) {
    it(`refuse ${what} as a content, added or edited`, async () => {
      const id = await seanceId();
      const { id: cid } = await added(id);

      invalid(await scene.api.post(at(id), { content }), ['/content', code]);
      invalid(await scene.api.patch(at(id, `/${cid}`), { content }), ['/content', code]);
      expect((await list(id)).total).to.equal(1);
    });
  }

  it('take 50,000 characters', async () => {
    const id = await seanceId();
    expect((await added(id, 'x'.repeat(50_000))).content).to.have.length(50_000);
  });

  it('are edited by whoever of the staff, and keep their author', async () => {
    const id = await seanceId();
    const before = await added(id);
    scene.clock.advance(60);
    const edited = await scene.api.patch<CommentView>(
      at(id, `/${before.id}`),
      { content: '<p>À 10 h.</p>' },
      { as: 'editor' },
    );

    expect(edited.status).to.equal(200);
    expect(edited.body).to.deep.equal({
      ...before,
      content: '<p>À 10 h.</p>',
      editedAt: scene.clock.now(),
      version: 2,
    });
    expect((await list(id)).items).to.deep.equal([edited.body]);
  });

  it('are not edited when the same is written again', async () => {
    const id = await seanceId();
    const comment = await added(id);
    const again = await scene.api.patch(at(id, `/${comment.id}`), { content: comment.content });

    expect(again.body).to.deep.equal(comment);
    expect((await trail(id)).map(({ type }) => type)).to.deep.equal(['comment.added']);
  });

  it('are deleted, and restored as they were; restoring what is there changes nothing', async () => {
    const id = await seanceId();
    const comment = await added(id);
    const deleted = await scene.api.delete(at(id, `/${comment.id}`), { as: 'editor' });
    expect([deleted.status, deleted.text, await countOf(id)]).to.deep.equal([204, '', 0]);
    expect(await list(id)).to.include({ total: 0 });
    refusedWith(await scene.api.delete(at(id, `/${comment.id}`)), 404, 'not-found');
    refusedWith(await scene.api.patch(at(id, `/${comment.id}`), { content: 'x' }), 404, 'not-found');

    const back = { ...comment, version: 3 };
    for (let time = 0; time < 2; time += 1) {
      const restored = await scene.api.send('POST', at(id, `/${comment.id}/restore`));
      expect([restored.status, restored.body]).to.deep.equal([200, back]);
    }
    expect([await countOf(id), (await list(id)).items]).to.deep.equal([1, [back]]);
  });

  describe('that two people change', () => {
    const patch = (path: string, content: string, match: string) =>
      scene.api.patch<CommentView>(path, { content }, { headers: { 'if-match': match }, as: 'editor' });
    const remove = (path: string, match: string) =>
      scene.api.delete(path, { headers: { 'if-match': match } });

    it('are told apart by their version: the second is refused, and nothing is lost', async () => {
      const id = await seanceId();
      const { id: cid, version } = await added(id);
      const path = at(id, `/${cid}`);
      const mine = await patch(path, '<p>À 10 h.</p>', `"${version}"`);
      expect([mine.status, mine.body.version, mine.headers.get('etag')]).to.deep.equal([200, 2, '"2"']);

      refusedWith(await patch(path, '<p>À 11 h.</p>', `"${version}"`), 412, 'stale');
      refusedWith(await patch(path, '<p>À 10 h.</p>', `"${version}"`), 412, 'stale');
      refusedWith(await remove(path, `"${version}"`), 412, 'stale');
      expect((await list(id)).items).to.deep.equal([mine.body]);
      expect((await trail(id)).map(({ type }) => type)).to.deep.equal(['comment.added', 'comment.edited']);
      for (const match of ['"2"', '"1", "2"', '*'])
        expect((await patch(path, '<p>À 10 h.</p>', match)).headers.get('etag'), match).to.equal('"2"');
      for (const match of ['2', 'W/"2"', '"x"', ''])
        refusedWith(await patch(path, '<p>À 11 h.</p>', match), 412, 'stale');
      expect((await remove(path, '"2"')).status).to.equal(204);
    });

    it('are another version once they were deleted and restored, and say which in every answer', async () => {
      const id = await seanceId();
      const answer = await add(id);
      const path = at(id, `/${answer.body.id}`);
      expect(answer.headers.get('etag')).to.equal('"1"');
      await scene.api.delete(path);
      const restored = await scene.api.send<CommentView>('POST', `${path}/restore`);

      expect([restored.body.version, restored.headers.get('etag')]).to.deep.equal([3, '"3"']);
      refusedWith(await patch(path, '<p>À 11 h.</p>', '"1"'), 412, 'stale');
      refusedWith(await patch(at(id, '/nothing'), '<p>À 11 h.</p>', '"1"'), 404, 'not-found');
      invalid(await patch(path, '', '"1"'), ['/content', 'empty']);
    });

    it('are written by one of twelve who begin with the same version at once', async () => {
      const id = await seanceId();
      const { id: cid } = await added(id);
      const answers = await Promise.all(
        Array.from({ length: 12 }, (_, number) => patch(at(id, `/${cid}`), `<p>${number}</p>`, '"1"')),
      );
      const statuses = answers.map(({ status }) => status).sort();

      expect(statuses).to.deep.equal([200, ...Array.from({ length: 11 }, () => 412)]);
      const winner = answers.find(({ status }) => status === 200);
      expect((await list(id)).items).to.deep.equal([winner?.body]);
    });
  });

  it('can be restored until the retention delay of 30 days has passed', async () => {
    const id = await seanceId();
    const { id: cid } = await added(id);
    const restore = () => scene.api.send('POST', at(id, `/${cid}/restore`));
    await scene.api.delete(at(id, `/${cid}`));
    scene.clock.advance(30 * day);
    expect((await restore()).status).to.equal(200);
    await scene.api.delete(at(id, `/${cid}`));
    scene.clock.advance(30 * day + 1);

    refusedWith(await restore(), 409, 'retention-passed');
  });

  it('go and come back with their séance', async () => {
    const id = await seanceId();
    const comment = await added(id);
    await scene.api.delete(`${seances}/${id}`);
    refusedWith(await scene.api.get(at(id)), 404, 'not-found');
    refusedWith(await add(id), 404, 'not-found');
    await scene.api.send('POST', `${seances}/${id}/restore`);

    expect((await list(id)).items).to.deep.equal([comment]);
  });

  it('are not copied by a repetition', async () => {
    const id = await seanceId();
    await added(id);
    const { body } = await scene.api.post<{ items: SeanceView[] }>(`${seances}/${id}/repetitions`, {
      weekdays: ['TU'],
      weeks: 2,
    });

    expect(body.items.map(({ commentCount }) => commentCount)).to.deep.equal([0, 0]);
    expect(await countOf(id)).to.equal(1);
  });

  it('leave a trail that says who did what, with the texts shortened', async () => {
    const id = await seanceId();
    const { id: commentId } = await added(id, `<p>${'é'.repeat(300)}</p>`);
    await scene.api.patch(at(id, `/${commentId}`), { content: '<p>À <em>10 h</em></p>' }, { as: 'editor' });
    await scene.api.delete(at(id, `/${commentId}`), { as: 'manager' });
    await scene.api.send('POST', at(id, `/${commentId}/restore`));
    const long = `${'é'.repeat(199)}…`;

    expect(await trail(id)).to.deep.equal([
      { type: 'comment.added', by: 'trainer1', commentId, after: long },
      { type: 'comment.edited', by: 'editor', commentId, before: long, after: 'À 10 h' },
      { type: 'comment.deleted', by: 'manager', commentId, before: 'À 10 h' },
      { type: 'comment.restored', by: 'trainer1', commentId, after: 'À 10 h' },
    ]);
  });

  it('are added once for a request that is repeated under the same Idempotency-Key', async () => {
    const id = await seanceId();
    const headers = { 'idempotency-key': `comment-${id}` };
    const once = () => scene.api.post<CommentView>(at(id), { content: 'x' }, { headers });
    const answers = await Promise.all([once(), once(), once()]);

    expect(answers.map(({ status }) => status)).to.deep.equal([201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body.id)).size).to.equal(1);
    expect([(await list(id)).total, await countOf(id)]).to.deep.equal([1, 1]);
    refusedWith(await scene.api.post(at(id), { content: 'y' }, { headers }), 422, 'idempotency-key-reused');
  });

  it('are all counted when twelve are added at the same time', async () => {
    const id = await seanceId();
    const answers = await Promise.all(Array.from({ length: 12 }, () => add(id)));

    expect(answers.map(({ status }) => status)).to.deep.equal(answers.map(() => 201));
    expect([(await list(id)).total, await countOf(id)]).to.deep.equal([12, 12]);
  });

  it('are not found by another séance, another space, or an id that never was', async () => {
    const [id, other] = [await seanceId(), await seanceId()];
    const { id: cid } = await added(id);
    const elsewhere = `/api/v1/spaces/other/seances/${id}/comments`;
    const missing = [
      at(other, `/${cid}`),
      at('nothing', `/${cid}`),
      at(id, '/nothing'),
      `${elsewhere}/${cid}`,
    ];

    for (const path of missing) {
      refusedWith(await scene.api.patch(path, { content: 'x' }), 404, 'not-found');
      refusedWith(await scene.api.delete(path), 404, 'not-found');
      refusedWith(await scene.api.send('POST', `${path}/restore`), 404, 'not-found');
    }
    for (const path of [at('nothing'), elsewhere]) {
      refusedWith(await scene.api.get(path), 404, 'not-found');
      refusedWith(await scene.api.post(path, { content: 'x' }), 404, 'not-found');
    }
    expect((await list(id)).items.map((comment) => comment.id)).to.deep.equal([cid]);
  });

  it('are written by nobody who may only read, and do not exist for who may not', async () => {
    const id = await seanceId();
    const { id: cid } = await added(id);
    for (const [as, status, code] of [
      ['learner1', 403, 'forbidden'],
      ['enroller', 403, 'forbidden'],
      ['outsider', 404, 'not-found'],
    ] as const) {
      refusedWith(await add(id, 'x', as), status, code);
      refusedWith(await scene.api.patch(at(id, `/${cid}`), { content: 'x' }, { as }), status, code);
      refusedWith(await scene.api.delete(at(id, `/${cid}`), { as }), status, code);
      refusedWith(await scene.api.send('POST', at(id, `/${cid}/restore`), { as }), status, code);
    }
    refusedWith(await scene.api.get(at(id), { as: 'outsider' }), 404, 'not-found');
    expect(await countOf(id)).to.equal(1);
  });
});
