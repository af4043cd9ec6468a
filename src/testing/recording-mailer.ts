import { Mailer, type Message } from '../ports/mailer.js';

/** Keeps what would be sent. */
export class RecordingMailer extends Mailer {
  readonly #messages: Message[] = [];

  get messages(): readonly Message[] {
    return this.#messages;
  }

  override async send(message: Message): Promise<void> {
    this.#messages.push(message);
    return Promise.resolve();
  }
}
