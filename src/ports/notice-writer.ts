import type { NoticeFacts } from '../domain/notice/change-set.js';
import type { NoticeKind } from '../domain/notice/notice.js';
import type { Seance } from '../domain/seance/seance.js';
import type { NoticeReader } from './notice-repository.js';

/** What a notice says of one séance, with what is read of it today. */
export interface ToldSeance {
  readonly seance: Pick<Seance, 'name' | 'start' | 'startsAt' | 'timeZone'>;
  readonly facts: NoticeFacts;
  /** Names of places, by their ids; those that are not known any more are left out. */
  readonly places: ReadonlyMap<string, string>;
  /** The beginnings of the informations that were announced, plain text. */
  readonly informations: readonly string[];
}

/** Puts notices into words. */
export abstract class NoticeWriter {
  /** What happened, in the language of the reader: one line, and for several séances one more for each. Plain text. */
  abstract text(reader: NoticeReader, kind: NoticeKind, seances: readonly ToldSeance[]): string;
}
