import ICAL from 'ical.js';
import { expect } from 'chai';
import { KnexUnitOfWork } from '../../../src/adapters/knex/knex-unit-of-work.js';
import type { NoticeRow } from '../../../src/adapters/knex/tables.js';
import { mostAttempts, pauseAfter } from '../../../src/application/attempts.js';
import { seances } from '../../support/api.js';
import { engineOfRun, onMysql, onSqlite } from '../../support/databases.js';
import { eventually } from '../../support/eventually.js';
import { Mailers, MailServer } from '../../support/mail-server.js';
import { Post } from '../../support/post.js';
import { seanceEvent } from '../../support/seance-events.js';

const onDatabase = engineOfRun === 'mysql' ? onMysql : onSqlite;
const learners = ['learner1', 'learner2'];

onDatabase('Mails about notices, by SMTP', (database) => {
  let server: MailServer;
  let mailers: Mailers;
  let post: Post;

  beforeEach(async () => {
    await Post.clear(database);
    server = await MailServer.start();
    mailers = new Mailers();
    for (const userId of learners) mailers.contacts.add({ userId, address: `${userId}@example.org` });
    post = await Post.open(database, {}, mailers.to(server.url, { limits: { mail: 500 } }));
  });

  afterEach(async () => {
    await post.close();
    await mailers.stop();
    await server.stop();
  });

  const sentTo = () => server.mails.map((mail) => mail.sentTo.join()).toSorted();
  const everybody = learners.map((id) => `${id}@example.org`);
  /** Waits until they have arrived, and are known to: what is not would be sent again when time passes. */
  const arrived = async (addresses: readonly string[]) => {
    await eventually(() => Promise.resolve(expect(sentTo()).to.deep.equal(addresses)));
    await post.eventuallySent();
  };
  const givenUp = async () =>
    (await database
      .knex<NoticeRow>('seance_notice')
      .whereNotNull('mail_given_up_at')
      .pluck('user_id')) as string[];

  it('have no header, address, element or component more for what was given as a name or a text', async () => {
    const hostile = '</p><script>x</script>\r\nBcc: x@example.org\r\n\r\nBEGIN:VEVENT\r\n"<x@example.org>';
    await post.settings({ introduction: { fr: hostile }, signature: { fr: hostile } });
    const { id } = await post.api.created({ enrolmentMode: 'public' });
    await post.enrol(id, 'learner1');
    await post.pass(600);
    await arrived(['learner1@example.org']);
    const { body } = await post.api.post<{ id: string }>(`${seances}/${id}/comments`, {
      content: `<p>&lt;img src="https://evil.example/x"&gt; ${hostile}</p>`,
    });
    await database.knex('seance').where({ id }).update({ name: hostile });
    const data = { commentId: body.id, announce: { to: ['enrolled'] } };
    const at = post.clock.now();
    await new KnexUnitOfWork(database.open, true).write(({ events }) =>
      events.append([seanceEvent(id, 'comment.added', { at, data, spaceId: 'demo' })]),
    );
    await post.pass(600);
    await arrived(['learner1@example.org', 'learner1@example.org']);
    const mail = server.mails[1]!;

    expect(mail.headers.has('bcc')).to.equal(false);
    expect(mail.subject)
      .to.match(/^Information.*script.* Bcc: x@example\.org/)
      .and.not.to.contain('\n');
    const calendar = mail.attachments[0]?.content.toString() ?? '';
    const events = new ICAL.Component(ICAL.parse(calendar) as unknown[]).getAllSubcomponents('vevent');
    expect(events.map((event) => event.getFirstPropertyValue('uid'))).to.deep.equal([`${id}@seances`]);
    expect(String(mail.html)).to.contain('&lt;script&gt;').and.to.contain('&lt;img src=&quot;');
    expect(String(mail.html)).not.to.match(/<(?!\/?p>|br>)/);
    expect(mail.attachments).to.have.length(1);
  });

  it('are sent to the others when one has an address that is none, or that the server does not know', async () => {
    mailers.contacts.add({ userId: 'learner1', address: 'learner1@example.org\r\nRCPT TO:<x@example.org>' });
    await post.cancelled('A', learners);
    await arrived(['learner2@example.org']);
    expect(await givenUp()).to.deep.equal(['learner1']);

    mailers.contacts.add({ userId: 'learner1', address: 'learner1@example.org' });
    server.replies.to.push([550, 'nobody of that name']);
    await post.cancelled('B', learners);
    await eventually(async () => expect(await givenUp()).to.have.length(2));
    await post.eventuallySent();
    expect(server.mails).to.have.length(2);
  });

  it('arrive once when the server has said for an hour that it cannot take them now', async function () {
    this.timeout(60_000);
    const hour = 11;
    for (let attempt = 0; attempt < hour; attempt += 1) server.replies.to.push([451, 'try again later']);
    await post.cancelled('A', ['learner1']);
    let waited = 0;
    for (let attempt = 1; attempt <= hour; attempt += 1) {
      await eventually(() =>
        Promise.resolve(expect(post.logger.complaints).to.have.length(attempt, 'attempts that failed')),
      );
      expect(server.mails).to.deep.equal([]);
      waited += pauseAfter(attempt);
      post.clock.advance(pauseAfter(attempt));
    }
    await arrived(['learner1@example.org']);

    expect(waited).to.be.greaterThan(3_600);
    expect(hour).to.be.below(mostAttempts);
    expect(post.logger.complaints.map(({ level }) => level)).to.not.include('error');
    expect(post.counted.filter((one) => one.includes(' failed '))).to.have.length(hour);
    expect(post.counted.filter((one) => one.includes(' sent '))).to.have.length(1);
    expect(server.mails).to.have.length(1);
  });

  it('arrive when the server hung over the first of them, and goes on', async () => {
    let hangs = true;
    server.beforeTaking = () => (hangs ? new Promise(() => undefined) : Promise.resolve());
    await post.cancelled('A', learners);
    await eventually(() => Promise.resolve(expect(post.logger.complaints).to.not.deep.equal([])));
    hangs = false;
    post.clock.advance(3_600);
    await arrived(everybody);

    expect(sentTo()).to.deep.equal(everybody);
  });
});
