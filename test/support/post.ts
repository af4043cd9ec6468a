import { expect } from 'chai';
import {
  createSeancesPlugin,
  type Directory,
  type Mailer,
  MailRefused,
  type Message,
  type PluginOptions,
  type SeancesPlugin,
} from '../../src/index.js';
import { FixedClock, RecordingLogger } from '../../src/testing/index.js';
import { Api, seances } from './api.js';
import { campus, today } from './campus.js';
import type { TestDatabase } from './databases.js';
import { eventually } from './eventually.js';
import { bareMount, type Mounted } from './mounts.js';
import { passTelling } from './told-notices.js';

/** A host whose mails arrive here. */
export class Post {
  readonly sent: Message[] = [];
  readonly contacts = new Map<string, { readonly locale?: string; readonly timeZone?: string }>();
  readonly logger = new RecordingLogger();
  readonly clock = new FixedClock(today);
  readonly counted: string[] = [];
  /** How many more mails the server does not take. */
  fails = 0;
  refuses = false;
  /** Whether the host does not say where people read their mails. */
  isSilent = false;
  /** Of whom the host does not say what they may do. */
  unaskable = '';
  private plugin: SeancesPlugin<unknown> | undefined;
  private mounted: Mounted | undefined;

  private constructor(
    private readonly database: TestDatabase,
    private readonly directory: Directory,
  ) {}

  /** Nobody was told of anything, or has chosen anything. */
  static async clear({ knex }: TestDatabase): Promise<void> {
    const names = ['_set', '_item', '_preference', '_settings', '_reader'];
    for (const table of [
      'seance_unsubscription',
      'seance_notice',
      ...names.map((name) => `seance_notice${name}`),
    ])
      await knex(table).delete();
  }

  /** @param mailer what sends in the place of this. */
  static async open(database: TestDatabase, options: PluginOptions = {}, mailer?: Mailer): Promise<Post> {
    const { permissions, ...ports } = campus().ports;
    const post = new Post(database, ports.directory);
    const plugin = createSeancesPlugin(
      {
        ...ports,
        permissions: {
          inSpace: (actor, spaceId) =>
            actor.id === post.unaskable
              ? Promise.reject(new Error('nobody knows'))
              : permissions.inSpace(actor, spaceId),
          mayAdminister: (actor) => permissions.mayAdminister(actor),
        },
        database: database.knex,
        logger: post.logger,
        metrics: {
          count: (name, amount, labels) => post.note(name, amount, labels),
          observe: () => undefined,
        },
        mailer: mailer ?? { send: (message) => post.take(message) },
        contacts: {
          of: (ids) =>
            post.isSilent
              ? Promise.reject(new Error('no contacts now'))
              : Promise.resolve(ids.map((userId) => ({ userId, ...post.contacts.get(userId) }))),
        },
      },
      { basePath: '', clock: post.clock, ...options },
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

  async choose(as: string, kinds: object): Promise<void> {
    const { status, text } = await this.api.send('PUT', '/api/v1/me/notice-preferences', {
      ...{ as, json: { kinds } },
    });
    expect(status, text).to.equal(200);
  }

  async enrol(seanceId: string, as: string): Promise<void> {
    const { status, text } = await this.api.send('PUT', `${seances}/${seanceId}/enrolments/me`, { as });
    expect(status, text).to.be.oneOf([201, 202]);
  }

  /** A séance that learners are in and that is cancelled then; its notices are told. */
  async cancelled(name: string, learners: readonly string[]): Promise<string> {
    const { id } = await this.api.created({ name: name.replace(/\r\n/, ' '), enrolmentMode: 'public' });
    for (const as of learners) await this.enrol(id, as);
    await this.api.post(`${seances}/${id}/cancel`, {});
    await this.pass(600);
    return id;
  }

  /** All that happened is told which is to be told until then. */
  pass(seconds: number): Promise<void> {
    const { database, clock, directory } = this;
    return passTelling({ database, clock, directory, mails: true }, seconds);
  }

  /** Waits until nothing is left that is to be sent now. */
  async eventuallySent(): Promise<void> {
    await eventually(async () => {
      const due = this.database.knex('seance_notice').where('mail_at', '<=', this.clock.now());
      const claimed = this.database.knex('seance_notice').whereNotNull('mail_claimed_by');
      expect([await due.first('id'), await claimed.first('id')]).to.deep.equal([undefined, undefined]);
    });
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

  private note(name: string, amount: number, labels: Readonly<Record<string, string>>): void {
    if (name.startsWith('seances_mail')) this.counted.push(`${name} ${labels['outcome'] ?? ''} ${amount}`);
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
