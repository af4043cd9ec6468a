/** A message to one user of the host. */
export interface Message {
  readonly toUserId: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** How to send a message. Optional: without it nothing is sent. */
export abstract class Mailer {
  /** Resolves when the message is accepted for sending; a rejection is tried again later. */
  abstract send(message: Message): Promise<void>;
}
