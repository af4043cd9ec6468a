import type { EnrolmentStatus } from '../domain/enrolment/enrolment.js';
import type { SeanceEvent } from '../domain/event/seance-event.js';
import type { NoticeFacts } from '../domain/notice/change-set.js';
import type {
  Notice,
  NoticeChoice,
  NoticeChoices,
  NoticeKind,
  SetKind,
  NoticeSettings,
  Reception,
} from '../domain/notice/notice.js';
import type { PageOf, PageRequest } from '../domain/page.js';
import type { Seance } from '../domain/seance/seance.js';
import type { Instant } from '../domain/time/schedule.js';

/** An event that nothing was derived of yet. */
export interface UnderivedEvent {
  readonly sequence: number;
  /** Of the transaction in which it happened. */
  readonly changeSet: string;
  readonly event: SeanceEvent;
}

/** What is told together, once it closes. */
export interface NoticeSet {
  readonly id: string;
  readonly kind: SetKind;
  readonly spaceId: string;
  readonly changeSet: string | null;
  /** What it is about, of one that no event makes: there is one of each. */
  readonly origin: string | null;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
  readonly closesAt: Instant;
}

/** What a set says of one séance. */
export interface NoticeItem {
  readonly setId: string;
  readonly seanceId: string;
  /** Whom it is about; an empty text when it is about the séance. */
  readonly userId: string;
  readonly sessionId: string;
  readonly seriesId: string | null;
  readonly facts: NoticeFacts;
}

export interface Participant {
  readonly seanceId: string;
  readonly userId: string;
  readonly status: EnrolmentStatus;
  readonly enrolledAt: Instant | null;
}

/** Of a séance, what is needed to remind people of it. */
export type StartingSeance = Pick<
  Seance,
  'id' | 'spaceId' | 'sessionId' | 'seriesId' | 'startsAt' | 'createdAt'
>;

/** A notice to be stored. */
export interface NewNotice extends Omit<Notice, 'readAt'> {
  /** When it is to be mailed; null for never. */
  readonly mailAt: Instant | null;
  /** Whether it comes with others of the day. */
  readonly isDaily: boolean;
}

/** A notice on its way to its reader's mails. */
export interface DueMail {
  readonly notice: Notice;
  readonly isDaily: boolean;
  /** How often it was claimed before, and not released. */
  readonly attempts: number;
}

/** That somebody was told of a change of a séance, and has not read it. */
export interface UnreadChange extends Pick<NoticeItem, 'seanceId' | 'facts'> {
  readonly noticeId: string;
  readonly toldAt: Instant;
}

/** What waits. */
export interface NoticeBacklog {
  readonly waiting: number;
  /** Since when the first of it does. */
  readonly oldest: Instant | null;
}

/** Mails that are to be sent now, or were tried, and those that are not tried any more. */
export interface MailBacklog extends NoticeBacklog {
  readonly givenUp: number;
}

/** A notice of which the mail could not be sent. */
export interface GivenUpMail extends Pick<Notice, 'id' | 'kind' | 'userId'> {
  readonly at: Instant;
}

export interface NoticeSearch extends PageRequest {
  /** Those of other spaces are not the reader's to see. */
  readonly spaceIds: readonly string[];
  readonly unread: boolean;
}

/** In which language and zone somebody reads. */
export interface NoticeReader {
  readonly locale: string;
  readonly timeZone: string;
}

/** What there is to tell: sets of what happened, and what they say of each séance. */
export abstract class NoticeSetRepository {
  /** Until the end of the transaction, nobody else derives, or claims what is to be told or mailed. */
  abstract lockDerivation(): Promise<void>;
  abstract hasUnderived(now: Instant): Promise<boolean>;
  /** The oldest first, and of each séance in the order in which they happened. */
  abstract underived(now: Instant, limit: number): Promise<readonly UnderivedEvent[]>;
  /** What happened and is in no set yet, and sets that are to be told now. */
  abstract backlog(now: Instant): Promise<NoticeBacklog>;
  abstract markDerived(sequences: readonly number[]): Promise<void>;
  /** The series of those séances that are in one, by the séance's id. */
  abstract seriesOf(seanceIds: readonly string[]): Promise<ReadonlyMap<string, string>>;

  /** Sets of spaces that nobody tells yet; of confirmations, those of these changes alone, as nothing else joins them. */
  abstract openSets(
    spaceIds: readonly string[],
    changeSets: readonly string[],
  ): Promise<readonly NoticeSet[]>;
  /** Of sets, what they say of séances, or of others of their series. */
  abstract itemsAbout(
    setIds: readonly string[],
    about: { readonly seanceIds: readonly string[]; readonly seriesIds: readonly string[] },
  ): Promise<readonly NoticeItem[]>;
  /** Keeps sets and items, those that are there with what they are now. */
  abstract save(sets: readonly NoticeSet[], items: readonly NoticeItem[]): Promise<void>;
  /** Removes sets, and what they say. */
  abstract remove(setIds: readonly string[]): Promise<void>;
  /** Those of `origins` of which there is a set. */
  abstract begunOf(origins: readonly string[]): Promise<ReadonlySet<string>>;
  /** Makes sets that no event makes, of which there is one of each origin. @returns those that were not there */
  abstract begin(sets: readonly NoticeSet[]): Promise<readonly NoticeSet[]>;

  /** Séances of every space that start after `after`, until `until`: neither deleted nor cancelled. */
  abstract starting(after: Instant, until: Instant): Promise<readonly StartingSeance[]>;

  /** Whether a set is to be told: it has closed, and all that happened until then is derived. */
  abstract hasClosing(now: Instant): Promise<boolean>;
  /**
   * A set that is to be told now, and that nobody else tells until then: the oldest, and of a séance none while an older one is
   * being told. Derivation is to be locked.
   */
  abstract claim(
    claim: { readonly token: string; readonly until: Instant },
    now: Instant,
  ): Promise<NoticeSet | undefined>;
  abstract itemsOf(setId: string): Promise<readonly NoticeItem[]>;
  /** What sets of a kind say of one change. */
  abstract itemsOfChange(changeSet: string, kind: SetKind): Promise<readonly NoticeItem[]>;
  /** Who is in séances, and who waits, of `userIds` where they are given. Of automatic ones, the directory knows. */
  abstract participants(
    seanceIds: readonly string[],
    userIds?: readonly string[],
  ): Promise<readonly Participant[]>;
  /** The set was told to everybody. */
  abstract close(setId: string, token: string, at: Instant): Promise<void>;
}

/** What people were told, and how they want to be. */
export abstract class NoticeRepository {
  /** Stores notices; of a set that somebody was told of already, nothing. At most 1,000. */
  abstract tell(notices: readonly NewNotice[]): Promise<void>;
  /** The spaces of somebody's notices. */
  abstract spacesOf(userId: string): Promise<readonly string[]>;
  /** The latest first, without confirmations, which are mails alone. */
  abstract ofUser(userId: string, search: NoticeSearch): Promise<PageOf<Notice<NoticeKind>>>;
  abstract unreadCount(userId: string, spaceIds: readonly string[]): Promise<number>;
  /** Those of séances, the latest first. */
  abstract unreadChanges(userId: string, seanceIds: readonly string[]): Promise<readonly UnreadChange[]>;
  abstract markRead(
    userId: string,
    which: { readonly ids: readonly string[] } | { readonly until: Instant },
    at: Instant,
  ): Promise<void>;
  /** Of the informations of a séance that people were told of, how many they are, by the comment's id. */
  abstract receptions(seanceId: string): Promise<ReadonlyMap<string, Reception>>;
  /** What is told in notices, by the id of the set. */
  abstract itemsOfSets(setIds: readonly string[]): Promise<ReadonlyMap<string, readonly NoticeItem[]>>;

  /** What people have chosen of a kind, by their ids; those who have chosen nothing are left out. */
  abstract choices(kind: NoticeKind, userIds: readonly string[]): Promise<ReadonlyMap<string, NoticeChoice>>;
  /** Whether anybody, or a platform for everybody, wants to be told of a kind. */
  abstract isWanted(kind: NoticeKind): Promise<boolean>;
  abstract preferences(userId: string): Promise<Partial<NoticeChoices>>;
  abstract choose(userId: string, choices: Partial<NoticeChoices>): Promise<void>;

  abstract settings(platformId: string): Promise<Partial<NoticeSettings>>;
  /** Of every platform that has decided something, by its id. */
  abstract everySettings(): Promise<ReadonlyMap<string, Partial<NoticeSettings>>>;
  abstract changeSettings(platformId: string, settings: NoticeSettings): Promise<void>;

  abstract readers(userIds: readonly string[]): Promise<ReadonlyMap<string, NoticeReader>>;
  abstract keepReader(userId: string, reader: NoticeReader): Promise<void>;

  /** Removes notices, preferences and all that names somebody. */
  abstract forgetUser(userId: string): Promise<void>;
  /** Removes what was told before `before`, and what it was made of. @returns how many sets went, at most `limit`. */
  abstract removeOld(before: Instant, limit: number): Promise<number>;
}

/** Notices on their way to their readers' mails. */
export abstract class NoticeMailRepository {
  abstract hasDue(now: Instant): Promise<boolean>;
  /**
   * Claims the mails that are due of those who have waited longest, and all of each of them; nobody else gets them before the
   * claim is over, nor later ones of theirs. Derivation is to be locked. As what follows, nothing is changed that is no longer
   * claimed with the token.
   */
  abstract claim(
    claim: { readonly token: string; readonly until: Instant },
    now: Instant,
    users: number,
  ): Promise<readonly DueMail[]>;
  abstract mailed(token: string, ids: readonly string[]): Promise<void>;
  /** Due again at `dueAt`; given back untried, it counts as no attempt. */
  abstract postpone(token: string, ids: readonly string[], dueAt: Instant, isUntried: boolean): Promise<void>;
  abstract giveUp(token: string, ids: readonly string[], at: Instant): Promise<void>;

  abstract backlog(now: Instant): Promise<MailBacklog>;
  /** Mails that were given up, the latest first. */
  abstract givenUp(limit: number): Promise<readonly GivenUpMail[]>;
  /** Makes mails that were given up due again, and says how many. */
  abstract retryGivenUp(now: Instant): Promise<number>;
}
