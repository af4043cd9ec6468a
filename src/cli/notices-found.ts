import type { MailBacklog, NoticeBacklog } from '../ports/notice-repository.js';

/** What waits for longer is told, or sent, by nobody. In milliseconds. */
const toleratedWait = 60 * 60 * 1_000;

/** What there is to say of something; advice where something is to be done. */
interface Found {
  readonly says: string;
  readonly advice?: string;
}

/** What there is to say of what people are to be told. */
export function noticesFound(backlog: NoticeBacklog, now: number): Found {
  const says = waitingNotices(backlog);
  if (!isOverdue(backlog, now)) return { says };
  return { says, advice: 'See whether a process of the platform runs that has called `plugin.start()`.' };
}

/** What there is to say of the mails in which they are told. */
export function mailsFound(backlog: MailBacklog, now: number): Found {
  const { givenUp } = backlog;
  if (givenUp > 0)
    return {
      says: `${givenUp} mails were given up: they could not be sent.`,
      advice:
        'Mend the mailer, or the addresses; the log says why. Then run `npx seances outbox --retry`. They are forgotten after ninety days.',
    };
  const says = waitingMails(backlog);
  if (!isOverdue(backlog, now)) return { says };
  return {
    says,
    advice:
      'See in the log why they cannot be sent, and whether a process of the platform runs that has a mailer and has called `plugin.start()`.',
  };
}

export function waitingNotices({ waiting, oldest }: NoticeBacklog): string {
  return `${waiting} changes wait to be told to people${since(oldest)}.`;
}

export function waitingMails({ waiting, oldest }: NoticeBacklog): string {
  return `${waiting} mails wait to be sent${since(oldest)}.`;
}

function since(oldest: string | null): string {
  return oldest === null ? '' : `, the oldest since ${oldest}`;
}

function isOverdue({ oldest }: NoticeBacklog, now: number): boolean {
  return oldest !== null && now - Date.parse(oldest) > toleratedWait;
}
