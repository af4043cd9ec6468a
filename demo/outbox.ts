import { Mailer, type Contacts, type Message } from '../src/index.js';
import type { SmtpMailer } from '../src/adapters/mail/create-smtp-mailer.js';

/** A mail as it was sent. */
export interface SentMail extends Message {
  readonly id: string;
  readonly address: string;
  readonly sentAt: Date;
}

/** The latest are kept: enough to look at, and no more than memory is for. */
const kept = 500;

/** Keeps the mails of the platform to be read in its own pages; by a mail server they are sent as well. */
export class Outbox extends Mailer {
  #mails: readonly SentMail[] = [];
  #sent = 0;
  readonly #contacts: Contacts;
  readonly #server: SmtpMailer | undefined;

  constructor(contacts: Contacts, server?: SmtpMailer) {
    super();
    this.#contacts = contacts;
    this.#server = server;
  }

  /** The latest first. */
  get mails(): readonly SentMail[] {
    return this.#mails;
  }

  find(id: string): SentMail | undefined {
    return this.#mails.find((mail) => mail.id === id);
  }

  override async send(message: Message): Promise<void> {
    const [contact] = await this.#contacts.of([message.toUserId]);
    if (contact?.address === undefined) return;
    // What the server does not take is not sent, and comes again.
    await this.#server?.send(message);
    this.#sent += 1;
    const mail = { ...message, id: String(this.#sent), address: contact.address, sentAt: new Date() };
    this.#mails = [mail, ...this.#mails].slice(0, kept);
  }

  async stop(): Promise<void> {
    await this.#server?.stop();
  }
}
