import type { NoticeFacts } from '../domain/notice/change-set.js';
import type { SetKind } from '../domain/notice/notice.js';
import type { Seance } from '../domain/seance/seance.js';
import type { Message } from './mailer.js';
import type { NoticeReader } from './notice-repository.js';

/** What a notice says of one séance, with what is read of it today. */
export interface ToldSeance {
  readonly seance: Pick<Seance, 'name' | 'start' | 'startsAt' | 'timeZone'>;
  readonly facts: NoticeFacts;
  /** Ids of those whom it is about, each once; an empty text where it is about the séance. */
  readonly people: readonly string[];
  /** Names of places, by their ids; those that are not known any more are left out. */
  readonly places: ReadonlyMap<string, string>;
  /** The beginnings of the informations that were announced, plain text. */
  readonly informations: readonly string[];
}

/** What a mail says, in the words of its reader. */
export interface MailWords {
  readonly kind: SetKind | 'digest';
  /** Names of the séances that it is about, each once, at least one. */
  readonly names: readonly string[];
  /** What happened: one text, or one of each notice of the day. */
  readonly texts: readonly string[];
  /** The pages of the séances that it is about, each with the name of its séance; empty where the host has none. */
  readonly links: readonly { readonly name: string; readonly url: string }[];
  /** Where its reader subscribes to their séances; null where the host has no such page. */
  readonly subscriptionUrl: string | null;
  /** What administrators have it begin and end with, plain text; empty for nothing. */
  readonly introduction: string;
  readonly signature: string;
}

/** Puts notices into words. */
export abstract class NoticeWriter {
  /** What happened, in the language of the reader: one line, and for several séances one more for each. Plain text. */
  abstract text(reader: NoticeReader, kind: SetKind, seances: readonly ToldSeance[]): string;

  /** A mail, in plain text and as HTML of the same words. */
  abstract mail(reader: NoticeReader, words: MailWords): Pick<Message, 'subject' | 'text' | 'html'>;
}
