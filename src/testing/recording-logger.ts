import { Logger } from '../ports/logger.js';

/** One thing that operators have to look at. */
export interface Complaint {
  readonly level: 'warn' | 'error';
  readonly values: Readonly<Record<string, unknown>>;
  readonly message: string;
}

/** Keeps what is wrong, and no more: what goes well would fill the memory of a long test. */
export class RecordingLogger extends Logger {
  readonly #complaints: Complaint[] = [];

  get complaints(): readonly Complaint[] {
    return this.#complaints;
  }

  override info(): void {}

  override warn(values: Complaint['values'], message: string): void {
    this.#complaints.push({ level: 'warn', values, message });
  }

  override error(values: Complaint['values'], message: string): void {
    this.#complaints.push({ level: 'error', values, message });
  }
}
