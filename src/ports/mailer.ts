/** A calendar that a message brings along, for its reader to keep. */
export interface MessageCalendar {
  readonly name: 'seances.ics';
  /** It is published, and invites nobody (ADR 0022). */
  readonly method: 'PUBLISH';
  /** A file of iCalendar (RFC 5545). */
  readonly content: string;
}

/** A message to one user of the host. */
export interface Message {
  readonly toUserId: string;
  readonly subject: string;
  readonly text: string;
  /** The same, and nothing in it that is loaded from elsewhere. */
  readonly html: string;
  /** What it is about, such as `change` or `reminder`: for hosts that count or sort. */
  readonly kind?: string;
  /** The same each time that this message is sent: who has sent one of this id may leave it. */
  readonly noticeId?: string;
  /** Headers of the mail beside those of every one, such as `List-Unsubscribe`. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly calendar?: MessageCalendar;
}

/** How to send a message. Optional: without it nothing is sent. */
export abstract class Mailer {
  /**
   * Resolves when the message is accepted for sending, or there is nowhere to send it. A rejection is tried again later, but
   * for {@link MailRefused}.
   */
  abstract send(message: Message): Promise<void>;
}

const brand = Symbol.for('seances.mail-refused');

/** Why a message can never be sent as it is, such as an address that is none: it is not tried again. */
export class MailRefused extends Error {
  readonly [brand] = true;
  override readonly name = 'MailRefused';

  /** True for one of any copy of this package that is loaded in the process. */
  static is(error: unknown): error is MailRefused {
    return typeof error === 'object' && error !== null && brand in error;
  }
}
