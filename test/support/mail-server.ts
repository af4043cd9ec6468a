import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { createSmtpMailer, type SmtpMailer } from '../../src/adapters/mail/create-smtp-mailer.js';
import { InMemoryContacts } from '../../src/testing/index.js';

/** A mail as it has arrived. */
export interface ArrivedMail extends ParsedMail {
  readonly raw: string;
  readonly sentTo: readonly string[];
  readonly sentFrom: string;
  readonly isSecure: boolean;
}

/** A reply of the server in the place of "250": a number, and words. */
export type Reply = readonly [code: number, says: string];

/** An SMTP server on loopback, which keeps what it gets. */
export class MailServer {
  readonly mails: ArrivedMail[] = [];
  /** How many connections there have been. */
  connections = 0;
  /** Each is said once, in their order, by the command that it is for; then all is taken. */
  readonly replies: Record<'from' | 'to' | 'data', Reply[]> = { from: [], to: [], data: [] };
  /** Awaited before a mail is taken. */
  beforeTaking: () => Promise<void> = () => Promise.resolve();

  private readonly server: SMTPServer;
  private port = 0;

  private constructor(options: SMTPServerOptions) {
    this.server = new SMTPServer({
      ...{ authOptional: true, disableReverseLookup: true, logger: false, closeTimeout: 100 },
      onConnect: (_session, done) => {
        this.connections += 1;
        done();
      },
      onMailFrom: (_address, _session, done) => done(this.faultOf('from')),
      onRcptTo: (_address, _session, done) => done(this.faultOf('to')),
      onData: (stream, session, done) => {
        void buffer(stream).then(async (raw) => {
          await this.beforeTaking();
          const fault = this.faultOf('data');
          if (fault) return done(fault);
          const { mailFrom, rcptTo } = session.envelope;
          this.mails.push({
            ...(await simpleParser(raw)),
            raw: raw.toString('latin1'),
            sentTo: rcptTo.map(({ address }) => address),
            sentFrom: mailFrom ? mailFrom.address : '',
            isSecure: session.secure,
          });
          done();
        });
      },
      ...options,
    });
    // A client that gives up on a handshake is what some tests are about.
    this.server.on('error', () => undefined);
  }

  static async start(options: SMTPServerOptions = {}): Promise<MailServer> {
    const started = new MailServer(options);
    started.server.listen(0, '127.0.0.1');
    await once(started.server.server, 'listening');
    started.port = (started.server.server.address() as AddressInfo).port;
    return started;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** Ends the connections that there are, as a server does that is started anew. */
  dropAll(): void {
    for (const { _socket: socket } of this.server.connections as unknown as Iterable<{ _socket: Socket }>)
      socket.destroy();
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private faultOf(command: keyof MailServer['replies']): Error | null {
    const [responseCode, says] = this.replies[command].shift() ?? [];
    return responseCode === undefined ? null : Object.assign(new Error(says), { responseCode });
  }
}

/** What speaks SMTP only as far as it is told. */
export class StubbornServer {
  readonly sockets = new Set<Socket>();
  private readonly server: Server;

  private constructor(talk: (socket: Socket) => void) {
    this.server = createServer((socket) => {
      this.sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => this.sockets.delete(socket));
      talk(socket);
    });
  }

  static async start(talk: (socket: Socket) => void): Promise<StubbornServer> {
    const started = new StubbornServer(talk);
    started.server.listen(0, '127.0.0.1');
    await once(started.server, 'listening');
    return started;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

/** The mailers of a test, whose users read their mails at USER@example.org. */
export class Mailers {
  readonly contacts = new InMemoryContacts();
  private readonly made: SmtpMailer[] = [];

  constructor() {
    for (const userId of ['u1', 'u2']) this.contacts.add({ userId, address: `${userId}@example.org` });
  }

  to(url: string, options: Partial<Parameters<typeof createSmtpMailer>[0]> = {}): SmtpMailer {
    const from = 'Séances <no-reply@campus.example>';
    const mailer = createSmtpMailer({ url, from, contacts: this.contacts, ...options });
    this.made.push(mailer);
    return mailer;
  }

  async stop(): Promise<void> {
    await Promise.all(this.made.map((mailer) => mailer.stop()));
  }
}

/** A message to the first of them. */
export const message = {
  toUserId: 'u1',
  subject: 'Séance déplacée',
  text: 'La séance « Œuvre » a lieu à 10:00.\n',
  html: '<p>La séance « Œuvre » a lieu à 10:00.</p>',
};
