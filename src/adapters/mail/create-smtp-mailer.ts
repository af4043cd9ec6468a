import {
  createTransport,
  type NodemailerError,
  type SMTPPoolOptions,
  type SendMailOptions,
} from 'nodemailer';
import type { Contacts } from '../../ports/contacts.js';
import { type Mailer, MailRefused, type Message } from '../../ports/mailer.js';
import { isMailAddress, type MailAddress, senderOf } from './mail-address.js';
import { mailFailure } from './mail-failure.js';
import { mailOf } from './mail-of.js';
import { mailServerOf } from './mail-server.js';
import { Turns } from './turns.js';

export interface SmtpMailerOptions {
  /**
   * The mail server, as `smtp://user:password@host:port`, or `smtps://` where TLS is there from the first byte. By `smtp` it has
   * to offer STARTTLS, unless it is on loopback or `?starttls=optional` stands behind the address.
   */
  readonly url: string;
  /** Whom mails are from: `Séances <no-reply@campus.example>`, or an address alone. */
  readonly from: string;
  /** Where users read their mails. */
  readonly contacts: Contacts;
  /** How long is waited. */
  readonly limits?: Partial<MailLimits>;
}

/** In milliseconds. */
export interface MailLimits {
  /** Until the server is reached. Default: 10,000. */
  readonly connection: number;
  /** Until it greets. Default: 10,000. */
  readonly greeting: number;
  /** While nothing comes from it. Default: 30,000. */
  readonly silence: number;
  /** For one mail in all. Default: 120,000. */
  readonly mail: number;
}

const usual: MailLimits = { connection: 10_000, greeting: 10_000, silence: 30_000, mail: 120_000 };

/** How many mails are sent at once, each by a connection that is kept. */
const connections = 3;

/** A mailer that sends by SMTP. */
export interface SmtpMailer extends Mailer {
  /** Ends the connections, when what is being sent is sent. */
  stop(): Promise<void>;
}

/**
 * Sends mails by SMTP, with nodemailer, which is to be installed beside the package. Nothing is connected before the first one.
 *
 * @example createSeancesPlugin({ ...host, mailer: createSmtpMailer({ url, from, contacts: host.contacts }), database })
 * @throws Error in a sentence when the address of the server or of the sender is none.
 */
export function createSmtpMailer({ url, from, contacts, limits }: SmtpMailerOptions): SmtpMailer {
  return new PooledSmtpMailer(mailServerOf(url), senderOf(from), contacts, { ...usual, ...limits });
}

class PooledSmtpMailer implements SmtpMailer {
  private readonly transport;
  private readonly turns = new Turns(connections);
  private readonly underWay = new Set<Promise<unknown>>();

  constructor(
    server: SMTPPoolOptions,
    private readonly from: MailAddress,
    private readonly contacts: Contacts,
    private readonly limits: MailLimits,
  ) {
    this.transport = createTransport({
      ...server,
      pool: true,
      maxConnections: connections,
      maxRequeues: 1,
      connectionTimeout: limits.connection,
      greetingTimeout: limits.greeting,
      socketTimeout: limits.silence,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  async send(message: Message): Promise<void> {
    const found = await this.contacts.of([message.toUserId]);
    const address = found.find(({ userId }) => userId === message.toUserId)?.address;
    if (!address) return;
    if (!isMailAddress(address)) throw new MailRefused(`The address of user ${message.toUserId} is none.`);
    const mail = mailOf(message, this.from, address);
    await this.turns.take(() => this.handedOver(mail, address));
  }

  async stop(): Promise<void> {
    this.transport.close();
    await Promise.allSettled(this.underWay);
  }

  private async handedOver(mail: SendMailOptions, address: string): Promise<void> {
    // A server that answers a byte now and then is never silent.
    const signal = AbortSignal.timeout(this.limits.mail);
    const sending = this.transport.sendMail({ ...mail, signal });
    this.underWay.add(sending);
    try {
      await sending;
    } catch (error) {
      throw mailFailure(error as NodemailerError, address);
    } finally {
      this.underWay.delete(sending);
    }
  }
}
