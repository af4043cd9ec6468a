import { Agenda, type AgendaEntry } from '../ports/agenda.js';

/** Keeps what is published, the newest entry of each séance. */
export class RecordingAgenda extends Agenda {
  readonly #entries = new Map<string, AgendaEntry>();

  get entries(): readonly AgendaEntry[] {
    return [...this.#entries.values()];
  }

  override async publish(entry: AgendaEntry): Promise<void> {
    const shown = this.#entries.get(entry.seanceId);
    if (!shown || shown.sequence <= entry.sequence) this.#entries.set(entry.seanceId, entry);
    return Promise.resolve();
  }

  override async withdraw(seanceId: string): Promise<void> {
    this.#entries.delete(seanceId);
    return Promise.resolve();
  }
}
