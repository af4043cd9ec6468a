import { expect } from 'chai';
import type { NoticePage } from '../../../src/application/notice/own-notices.js';
import type { RepetitionResult } from '../../../src/application/repetition/repeat-seance.js';
import { seances } from '../../support/api.js';
import { parseCalendar } from '../../support/calendars.js';
import { engineOfRun, onMysql, onSqlite } from '../../support/databases.js';
import { eventually } from '../../support/eventually.js';
import { Post } from '../../support/post.js';

const onDatabase = engineOfRun === 'mysql' ? onMysql : onSqlite;
const as = 'learner1';

onDatabase('The confirmation of a place', (database) => {
  let post: Post;

  beforeEach(async () => {
    await Post.clear(database);
    post = await Post.open(database, {
      ...{
        publicUrl: 'https://campus.example',
        seanceUrl: (space, id) => `https://lms.example/${space}/${id}`,
      },
      subscriptionUrl: (space) => `https://lms.example/${space}?a=1&b=2`,
    });
  });

  afterEach(() => post.close());

  const seance = (name: string) => post.api.created({ name, enrolmentMode: 'public' });
  const leave = (id: string) => post.api.send('DELETE', `${seances}/${id}/enrolments/me`, { as });
  const uidsOf = (content = '') => parseCalendar(content).events.map(({ uid }) => uid);

  async function sentOnceDone() {
    await post.pass(600);
    await post.eventuallySent();
    return post.sent.map(({ kind, toUserId }) => `${kind} to ${toUserId}`);
  }

  it('is one mail to who took it, with its calendar, and no notice', async () => {
    const { id } = await seance('Atelier');
    await post.enrol(id, as);
    await post.pass(119);
    expect(await database.knex('seance_notice').first('id')).to.equal(undefined);
    expect(await sentOnceDone()).to.deep.equal([`confirmation to ${as}`]);
    const [mail] = post.sent;

    expect(mail?.subject).to.equal('Inscription\u00a0: Atelier');
    expect(mail?.text).to.match(/^Vous avez une place.: .*Atelier.*, mardi 1er décembre 2026/);
    expect(uidsOf(mail?.calendar?.content)).to.deep.equal([`${id}@seances`]);
    expect(mail).not.to.have.property('headers');
    expect(mail?.text).to.contain(` <https://lms.example/demo/${id}>\n\n`);
    expect(mail?.text).to.match(/S'abonner.* <https:\/\/lms\.example\/demo\?a=1&b=2>\n/);
    expect(mail?.html).to.contain('<a href="https://lms.example/demo?a=1&amp;b=2">');
    const { body } = await post.api.get<NoticePage>('/api/v1/me/notices', { as });
    expect(body).to.deep.include({ items: [], total: 0, unread: 0 });
  });

  it('is one for all that was taken at once', async () => {
    const first = await seance('Série');
    const { body } = await post.api.post<RepetitionResult>(`${seances}/${first.id}/repetitions`, {
      ...{ weekdays: ['TU'], weeks: 30 },
    });
    const ids = [first.id, ...body.items.map(({ id }) => id)];
    await post.api.send('PUT', `${seances}/${first.id}/enrolments/me?scope=all`, { as });
    expect(await sentOnceDone()).to.deep.equal([`confirmation to ${as}`]);

    expect(ids.length).to.be.greaterThan(25);
    expect(post.sent[0]?.text).to.match(new RegExp(`^Vous avez une place dans .*${ids.length}.* séances`));
    expect(uidsOf(post.sent[0]?.calendar?.content).toSorted()).to.deep.equal(
      ids.map((id) => `${id}@seances`).toSorted(),
    );
  });

  it('is not sent of what was left meanwhile, or is cancelled', async () => {
    const [left, cancelled, kept] = [await seance('A'), await seance('B'), await seance('C')];
    for (const { id } of [left, cancelled, kept]) await post.enrol(id, as);
    await leave(left.id);
    await post.api.post(`${seances}/${cancelled.id}/cancel`, {});
    expect(await sentOnceDone()).to.have.members([`change to ${as}`, `confirmation to ${as}`]);

    const mail = post.sent.find(({ kind }) => kind === 'confirmation');
    expect(uidsOf(mail?.calendar?.content)).to.deep.equal([`${kept.id}@seances`]);
  });

  it('is one for who has left, and came again', async () => {
    const { id } = await seance('A');
    await post.enrol(id, as);
    await leave(id);
    post.clock.advance(1);
    await post.enrol(id, as);

    expect(await sentOnceDone()).to.deep.equal([`confirmation to ${as}`]);
  });

  it('is not sent to who wants to hear nothing of their place, nor to who waits', async () => {
    await post.choose(as, { place: 'never' });
    await post.enrol((await seance('A')).id, as);
    expect(await sentOnceDone()).to.deep.equal([]);
    await post.choose(as, { place: 'now' });
    const { id } = await post.api.created({ enrolmentMode: 'public', capacity: 1 });
    await post.choose('learner2', { place: 'never' });
    await post.enrol(id, 'learner2');
    await post.enrol(id, as);

    expect(await sentOnceDone()).to.deep.equal([]);
    expect((await post.api.get(`${seances}/${id}`, { as })).text).to.contain('waiting');
  });

  it('is sent to whom staff enrol, and not beside the notice of who is moved by them', async () => {
    const [first, second] = [await seance('A'), await seance('B')];
    const enrol = (id: string, userIds: readonly string[]) =>
      post.api.post(`${seances}/${id}/enrolments`, { userIds });
    await enrol(first.id, [as, 'learner2']);
    expect((await sentOnceDone()).toSorted()).to.deep.equal([
      `confirmation to ${as}`,
      'confirmation to learner2',
    ]);
    const { body } = await post.api.get<{ items: { id: string; user: { id: string } }[] }>(
      `${seances}/${first.id}/enrolments`,
    );
    const mine = body.items.find(({ user }) => user.id === as)?.id;
    const path = `${seances}/${first.id}/enrolments/${mine}/move`;
    const moved = await post.api.post(path, { seanceId: second.id });
    expect(moved.status, moved.text).to.equal(200);

    expect((await sentOnceDone()).slice(2)).to.deep.equal([`place to ${as}`]);
  });

  it('comes with the others of the day where that is how they hear of their place', async () => {
    await post.choose(as, { place: 'daily' });
    await post.enrol((await seance('A')).id, as);
    expect(await sentOnceDone()).to.deep.equal([]);
    post.clock.advance(24 * 3_600);

    expect(await post.mailTo(as)).to.have.property('kind', 'digest');
  });

  it('is sent later when the server does not take it now', async () => {
    await post.enrol((await seance('A')).id, as);
    post.fails = 1;
    await post.pass(600);
    await eventually(() => Promise.resolve(expect(post.logger.complaints).to.have.length(1)));
    post.clock.advance(60);
    await post.mailTo(as);

    expect(await sentOnceDone()).to.deep.equal([`confirmation to ${as}`]);
  });

  it('is made nothing of where mails are switched off', async () => {
    await post.settings({ mail: false });
    await post.enrol((await seance('A')).id, as);
    await post.pass(600);

    expect(await database.knex('seance_notice').first('id')).to.equal(undefined);
  });
});
