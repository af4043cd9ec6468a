import type { NoticePreferences, NoticesPage } from '../wire.gen.js';

export type { NoticePreferences } from '../wire.gen.js';

type Told = NoticesPage['items'][number];

export type NoticeKind = Told['kind'];

/** When somebody is told of a kind. */
export type NoticeChoice = NoticePreferences['kinds'][NoticeKind];

/** In the order in which preferences show them. */
export const noticeKinds: readonly NoticeKind[] = [
  ...(['place', 'change', 'information', 'reminder', 'assigned', 'enrolments'] as const),
];

export const noticeChoices: readonly NoticeChoice[] = ['now', 'daily', 'never'];

/** What became different of a séance, by its name. */
export interface ToldChange extends Readonly<Record<string, unknown>> {
  readonly seanceId: string;
}

/** One thing that the reader should know about séances of theirs. */
export interface Notice extends Told {
  readonly data: { readonly changes: readonly ToldChange[] };
}

/** A page of them. */
export interface Notices extends NoticesPage {
  readonly items: readonly Notice[];
}
