import { expect } from 'chai';
import type { NoticeRow } from '../../../src/adapters/knex/tables.js';
import { createSeancesPlugin, MailRefused, type Message, type SeancesPlugin } from '../../../src/index.js';
import { FixedClock, RecordingLogger } from '../../../src/testing/index.js';
import { Api, seances } from '../../support/api.js';
import { parseCalendar } from '../../support/calendars.js';
import { campus, today } from '../../support/campus.js';
import { engineOfRun, onMysql, onSqlite, type TestDatabase } from '../../support/databases.js';
import { eventually } from '../../support/eventually.js';
import { bareMount, type Mounted } from '../../support/mounts.js';
import { eventuallyDerived, eventuallyTold } from '../../support/told-notices.js';

const onDatabase = engineOfRun === 'mysql' ? onMysql : onSqlite;

onDatabase('Mails about notices', (database) => {
  let post: Post;

  beforeEach(async () => {
    for (const name of ['', '_set', '_item', '_preference', '_settings', '_reader'])
      await database.knex(`seance_notice${name}`).delete();
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
    await post.api.send('PUT', '/api/v1/me/notice-preferences', {
      ...{ as: 'learner1', json: { kinds: { change: 'daily' } } },
    });
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

  it('are sent to nobody where administrators have switched them off', async () => {
    await post.settings({ mail: false });
    await post.cancelled('A', ['learner1']);

    expect(await database.knex('seance_notice').whereNotNull('mail_at')).to.deep.equal([]);
    expect(post.sent).to.deep.equal([]);
  });
});

/** A host whose mails arrive here. */
class Post {
  readonly sent: Message[] = [];
  readonly contacts = new Map<string, { readonly locale?: string; readonly timeZone?: string }>();
  readonly logger = new RecordingLogger();
  readonly clock = new FixedClock(today);
  /** How many more mails the server does not take. */
  fails = 0;
  refuses = false;
  private plugin: SeancesPlugin<unknown> | undefined;
  private mounted: Mounted | undefined;

  private constructor(private readonly database: TestDatabase) {}

  static async open(database: TestDatabase): Promise<Post> {
    const post = new Post(database);
    const plugin = createSeancesPlugin(
      {
        ...campus().ports,
        database: database.knex,
        logger: post.logger,
        mailer: { send: (message) => post.take(message) },
        contacts: {
          of: (ids) => Promise.resolve(ids.map((userId) => ({ userId, ...post.contacts.get(userId) }))),
        },
      },
      { basePath: '', clock: post.clock },
    );
    await plugin.start();
    post.plugin = plugin;
    post.mounted = await bareMount.open(plugin);
    return post;
  }

  async close(): Promise<void> {
    await this.mounted?.close();
    await this.plugin?.stop();
  }

  get api(): Api {
    if (!this.mounted) throw new Error('It is not open.');
    return new Api(this.mounted, '', undefined);
  }

  async settings(json: object): Promise<void> {
    const { status, text } = await this.api.send('PUT', '/api/v1/admin/notices', { as: 'admin', json });
    expect(status, text).to.equal(200);
  }

  /** A séance that learners are in and that is cancelled then; its notices are told. */
  async cancelled(name: string, learners: readonly string[]): Promise<string> {
    const { id } = await this.api.created({ name: name.replace(/\r\n/, ' '), enrolmentMode: 'public' });
    for (const as of learners) await this.api.send('PUT', `${seances}/${id}/enrolments/me`, { as });
    await this.api.post(`${seances}/${id}/cancel`, {});
    await eventuallyDerived(this.database);
    this.clock.advance(600);
    await eventuallyTold(this.database, this.clock);
    return id;
  }

  async mailTo(userId: string): Promise<Message> {
    let found: Message | undefined;
    await eventually(() => {
      found = this.sent.find(({ toUserId }) => toUserId === userId);
      expect(found, `a mail to ${userId}`).not.to.equal(undefined);
      return Promise.resolve();
    });
    if (!found) throw new Error('There is none.');
    return found;
  }

  private take(message: Message): Promise<void> {
    if (this.refuses) return Promise.reject(new MailRefused('no such address'));
    if (this.fails > 0) {
      this.fails -= 1;
      return Promise.reject(new Error('451 try again'));
    }
    this.sent.push(message);
    return Promise.resolve();
  }
}
