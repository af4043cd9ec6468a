import { expect } from 'chai';
import type { NoticeRow } from '../../../src/adapters/knex/tables.js';
import { seances } from '../../support/api.js';
import { parseCalendar } from '../../support/calendars.js';
import { engineOfRun, onMysql, onSqlite } from '../../support/databases.js';
import { eventually } from '../../support/eventually.js';
import { Post } from '../../support/post.js';

const onDatabase = engineOfRun === 'mysql' ? onMysql : onSqlite;

onDatabase('Mails about notices', (database) => {
  let post: Post;

  beforeEach(async () => {
    await Post.clear(database);
    post = await Post.open(database);
  });

  afterEach(() => post.close());

  it('are sent in the language and on the clocks of their reader, with the calendar of what they are about', async () => {
    post.contacts.set('learner2', { locale: 'en', timeZone: 'America/New_York' });
    const id = await post.cancelled('Atelier\r\nBcc: x@example.org', ['learner1', 'learner2']);
    const [french, english] = [await post.mailTo('learner1'), await post.mailTo('learner2')];

    expect(french).to.include({ kind: 'change', subject: 'Changement\u00a0: Atelier Bcc: x@example.org' });
    expect(french.text).to.contain('la séance est annulée');
    expect(english.subject).to.match(/^Change: /);
    expect(english.text).to.match(/Europe\/.*; for you/);
    expect(french.html).to.contain('<p>').and.not.to.contain('http');
    expect(french.noticeId)
      .to.match(/^[\w-]{36}$/)
      .and.not.to.equal(english.noticeId);
    const calendar = french.calendar?.content ?? '';
    expect(calendar).to.contain('\r\nMETHOD:PUBLISH\r\n');
    expect(parseCalendar(calendar).events.map(({ uid, status }) => [uid, status])).to.deep.equal([
      [`${id}@seances`, 'CANCELLED'],
    ]);
  });

  it('say nothing as markup that somebody has written', async () => {
    await post.settings({ introduction: { fr: 'Bonjour <b>vous</b>' }, signature: { fr: 'A & B' } });
    await post.cancelled('<script>1</script>', ['learner1']);
    const { html, text } = await post.mailTo('learner1');

    expect(html).to.contain('Bonjour &lt;b&gt;vous&lt;/b&gt;').and.to.contain('A &amp; B');
    expect(html).not.to.match(/<(?!\/?p>|br>)/);
    expect(text).to.match(/^Bonjour <b>vous<\/b>\n\n/);
  });

  it('are one a day, at seven in the morning of the reader, where they want that', async () => {
    post.contacts.set('learner1', { timeZone: 'Europe/Brussels' });
    await post.choose('learner1', { change: 'daily' });
    for (const name of ['A', 'B']) await post.cancelled(name, ['learner1']);
    expect(post.sent).to.deep.equal([]);
    post.clock.advance(24 * 3_600);
    const { kind, text, subject } = await post.mailTo('learner1');

    expect([kind, subject]).to.deep.equal(['digest', '2 nouveautés de vos séances']);
    expect(text).to.match(/A, .*\n\nB, /);
  });

  it('are tried again when the server does not take them, and told once', async () => {
    post.fails = 2;
    await post.cancelled('A', ['learner1', 'learner2']);
    for (let round = 0; round < 4; round += 1) {
      await new Promise((resolve) => setTimeout(resolve, 1_200));
      post.clock.advance(60);
    }
    await eventually(() => Promise.resolve(expect(post.sent).to.have.length(2)));
    expect(new Set(post.sent.map(({ toUserId }) => toUserId))).to.have.property('size', 2);
    expect(post.logger.complaints.map(({ level }) => level)).to.include('warn');
  });

  it('are given up at once when they can never be sent', async () => {
    post.refuses = true;
    await post.cancelled('A', ['learner1']);
    await eventually(async () => {
      const row = await database.knex<NoticeRow>('seance_notice').first('mail_at', 'mail_given_up_at');
      expect(row).to.include({ mail_at: null });
      expect(row).to.have.property('mail_given_up_at').that.is.a('string');
    });
    expect(post.sent).to.deep.equal([]);
  });

  it('are sent to the others where one cannot be written, and that one later', async () => {
    const { id } = await post.api.created({ enrolmentMode: 'public' });
    for (const as of ['learner1', 'learner2']) await post.enrol(id, as);
    post.unaskable = 'learner1';
    await post.api.post(`${seances}/${id}/cancel`, {});
    await post.pass(600);
    await post.mailTo('learner2');
    expect(post.sent.map(({ toUserId }) => toUserId)).to.deep.equal(['learner2']);
    expect(post.logger.complaints.map(({ message }) => message)).to.include(
      'a mail could not be sent; it is tried again',
    );
    post.unaskable = '';
    post.clock.advance(60);
    await post.mailTo('learner1');

    expect(post.sent).to.have.length(2);
  });

  it('wait, untried, while the host does not say where people read them', async () => {
    post.isSilent = true;
    await post.cancelled('A', ['learner1']);
    await eventually(() => Promise.resolve(expect(post.logger.complaints).to.not.deep.equal([])));
    await eventually(async () => {
      const row = await database.knex<NoticeRow>('seance_notice').first('mail_attempts', 'mail_claimed_by');
      expect(row).to.deep.equal({ mail_attempts: 0, mail_claimed_by: null });
    });
    post.isSilent = false;
    post.clock.advance(60);

    expect(await post.mailTo('learner1')).to.have.property('kind', 'change');
  });

  it('are sent to nobody where administrators have switched them off', async () => {
    await post.settings({ mail: false });
    await post.cancelled('A', ['learner1']);

    expect(await database.knex('seance_notice').whereNotNull('mail_at')).to.deep.equal([]);
    expect(post.sent).to.deep.equal([]);
  });
});
