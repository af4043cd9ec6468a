import type { EntryInformation } from './calendar-writer.js';
import type { Schedule } from '../domain/time/schedule.js';

/** A séance as the host's agenda shows it. */
export interface AgendaEntry extends Schedule {
  readonly seanceId: string;
  readonly spaceId: string;
  readonly sessionId: string;
  readonly title: string;
  /** Place and address in one line; empty when there is none. */
  readonly place: string;
  /** Description and extra information as plain text, with a line for each paragraph and item; empty for none. */
  readonly description?: string;
  /** What staff tell about it, the newest first. */
  readonly informations?: readonly EntryInformation[];
  /** The names of its trainers. */
  readonly trainers?: readonly string[];
  /** The address of its page, as the option `seanceUrl` gives it; null without. */
  readonly url?: string | null;
  /** Grows with every change of what is shown: an entry with a lower number than the one shown is out of date. */
  readonly sequence: number;
}

/** Where séances flagged "Afficher dans l'agenda" are published. Optional. */
export abstract class Agenda {
  /** Adds the entry, or replaces the one of the same séance. */
  abstract publish(entry: AgendaEntry): Promise<void>;

  /** Removes the entry of the séance; nothing when there is none. */
  abstract withdraw(seanceId: string): Promise<void>;
}
