import type { Notice } from '../../domain/notice/notice.js';
import type { DueMail } from '../../ports/notice-repository.js';

/** A mail, and the notices that it tells of. */
export interface Letter {
  readonly notices: readonly Notice[];
  readonly isDaily: boolean;
  readonly attempts: number;
}

/** What is told at once is a mail of its own; what comes daily is one. */
export function lettersOf(mails: readonly DueMail[]): readonly Letter[] {
  const daily = mails.filter(({ isDaily }) => isDaily);
  const single = mails.filter(({ isDaily }) => !isDaily);
  return [
    ...single.map(({ notice, attempts }) => ({ notices: [notice], isDaily: false, attempts })),
    ...(daily.length === 0
      ? []
      : [
          {
            notices: daily.map(({ notice }) => notice),
            isDaily: true,
            attempts: Math.max(...daily.map(({ attempts }) => attempts)),
          },
        ]),
  ];
}

export function idsIn({ notices }: Letter): readonly string[] {
  return notices.map(({ id }) => id);
}
