import type { Instant } from '../time/schedule.js';

/** What people may be told of, in the order in which preferences show it. */
export const noticeKinds = ['place', 'change', 'information', 'reminder', 'assigned', 'enrolments'] as const;
/**
 * - `place`: moved up from the queue; removed or moved by staff; where a platform wants it, noted absent. To that learner.
 * - `change`: another date, time or place; cancelled; reinstated. To who is in or waits, and to trainers.
 * - `information`: an information was announced. To its audience.
 * - `reminder`: it begins soon. To who is in, and to trainers.
 * - `assigned`: made, or no longer, a trainer of a séance. To that trainer.
 * - `enrolments`: somebody came or left. To trainers who want it.
 */
export type NoticeKind = (typeof noticeKinds)[number];

/**
 * What a set tells: of a kind; or `confirmation`, that somebody has a place now, which is a mail to them alone, and no notice.
 */
export type SetKind = NoticeKind | 'confirmation';

/** The kind by which people choose when they get what a set tells. */
export function kindChosen(kind: SetKind): NoticeKind {
  return kind === 'confirmation' ? 'place' : kind;
}

export const noticeChoices = ['now', 'daily', 'never'] as const;
export type NoticeChoice = (typeof noticeChoices)[number];

export type NoticeChoices = Readonly<Record<NoticeKind, NoticeChoice>>;

/** What administrators of a platform decide about notices. */
export interface NoticeSettings {
  /** Whether mails are sent; notices are there in the tool all the same. */
  readonly mail: boolean;
  /** What holds for whoever has said nothing. */
  readonly defaults: NoticeChoices;
  /** Kinds that nobody may choose otherwise. */
  readonly locked: readonly NoticeKind[];
  /** How long before the start people are reminded, in minutes. */
  readonly reminders: readonly number[];
  /** What stands before and after the text of every mail, by language; absent for nothing. */
  readonly introduction: Readonly<Record<string, string>>;
  readonly signature: Readonly<Record<string, string>>;
}

export const defaultNoticeSettings: NoticeSettings = {
  mail: true,
  defaults: {
    place: 'now',
    change: 'now',
    information: 'now',
    reminder: 'now',
    assigned: 'now',
    enrolments: 'never',
  },
  locked: [],
  reminders: [24 * 60],
  introduction: {},
  signature: {},
};

/** When somebody wants to be told of a kind: what is locked is as the administrators have decided it. */
export function choiceOf(
  kind: NoticeKind,
  { defaults, locked }: Pick<NoticeSettings, 'defaults' | 'locked'>,
  own: Partial<NoticeChoices>,
): NoticeChoice {
  return locked.includes(kind) ? defaults[kind] : (own[kind] ?? defaults[kind]);
}

/** How many people were told of an information that was announced, and how many of them have read it. */
export interface Reception {
  readonly told: number;
  readonly read: number;
}

/** Mails that their reader may end by a link in them, with nobody signed in. */
export const endableMails = ['reminder', 'information', 'enrolments', 'digest'] as const;
export type EndableMail = (typeof endableMails)[number];

/** The kinds that somebody is told of no more when they end a mail: those of a digest are all that come daily. */
export function endedBy(
  mail: EndableMail,
  settings: Pick<NoticeSettings, 'defaults' | 'locked'>,
  own: Partial<NoticeChoices>,
): readonly NoticeKind[] {
  const kinds =
    mail === 'digest' ? noticeKinds.filter((kind) => choiceOf(kind, settings, own) === 'daily') : [mail];
  return kinds.filter((kind) => !settings.locked.includes(kind));
}

/** One thing that one person should know, about one or several séances. */
export interface Notice<Kind extends SetKind = SetKind> {
  /** UUIDv7. */
  readonly id: string;
  readonly setId: string;
  readonly userId: string;
  readonly spaceId: string;
  readonly kind: Kind;
  readonly toldAt: Instant;
  readonly readAt: Instant | null;
  /** Those séances of its set that it is about; null for all. */
  readonly seanceIds: readonly string[] | null;
}
