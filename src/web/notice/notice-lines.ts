import type { Notice } from './notice.js';

type ToldSeance = Notice['seances'][number];

/** A line of what a notice says, and the séance that it is about when it is about one. */
export interface NoticeLine {
  readonly text: string;
  readonly seance: ToldSeance | undefined;
}

/** What a notice says: a line; or one about all, and those about each. */
export interface NoticeLines {
  readonly head: NoticeLine;
  readonly others: readonly NoticeLine[];
}

/** As many séances are said in a line of their own; one more line counts the rest (`LocaleNoticeWriter`). */
const most = 20;

export function noticeLines({ text, seances }: Notice): NoticeLines {
  const [head = '', ...others] = text.split('\n');
  if (seances.length === 1) return { head: { text: head, seance: seances[0] }, others: others.map(plain) };
  const hasRest = seances.length > most;
  const isOneEach = others.length === Math.min(seances.length, most) + (hasRest ? 1 : 0);
  return {
    head: plain(head),
    others: others.map((line, index) => ({
      text: line,
      seance: isOneEach && index < most ? seances[index] : undefined,
    })),
  };
}

function plain(text: string): NoticeLine {
  return { text, seance: undefined };
}
