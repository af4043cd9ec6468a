import { groupedBy } from '../../domain/grouped.js';
import type { Notice, NoticeSettings } from '../../domain/notice/notice.js';
import { shiftInstant } from '../../domain/time/schedule.js';
import type { Clock } from '../../ports/clock.js';
import type { Contacts } from '../../ports/contacts.js';
import type { IdGenerator } from '../../ports/id-generator.js';
import type { Actor } from '../../ports/identity.js';
import type { Logger } from '../../ports/logger.js';
import { MailRefused, type Mailer, type Message } from '../../ports/mailer.js';
import type { DueMail } from '../../ports/notice-repository.js';
import type { NoticeWriter } from '../../ports/notice-writer.js';
import type { SeancePages } from '../../ports/seance-pages.js';
import type { Repositories, UnitOfWork } from '../../ports/unit-of-work.js';
import type { SeenSessions } from '../access/seen-sessions.js';
import type { CalendarEntries } from '../feed/calendar-entries.js';
import { mostAttempts, pauseAfter } from '../attempts.js';
import { inTime } from '../in-time.js';
import type { ReadSettings } from '../settings/read-settings.js';
import type { NoticeView, NoticeViews } from './notice-views.js';
import { settingsOf } from './own-notices.js';

/** People whose mails one process sends at a time. */
export const readersAtOnce = 50;
/** How long a claim lasts, and how long a mail may take, in seconds. */
const claimLasts = 600;
const patience = 30;

/** What sends mails. */
export interface Post {
  readonly mailer: Mailer;
  /** Absent where the host does not say where people read their mails: its mailer knows. */
  readonly contacts: Contacts | undefined;
  readonly writer: NoticeWriter;
  readonly views: NoticeViews;
  readonly calendars: CalendarEntries;
  readonly pages: SeancePages;
}

/** A mail, and the notices that it tells of. */
interface Letter {
  readonly notices: readonly Notice[];
  readonly isDaily: boolean;
  readonly attempts: number;
}

/** Whether the mails that are left may be tried now. */
type Outcome = 'go-on' | 'wait';

/** Sends what people were told to where they read their mails. Sent twice when a process dies in between, at most. */
export class SendMails {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly post: Post,
    private readonly seenSessions: SeenSessions,
    private readonly readSettings: ReadSettings,
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** @returns how many were due */
  async run(): Promise<number> {
    const now = this.clock.now();
    if (!(await this.unitOfWork.read(({ notices }) => notices.hasMail(now)))) return 0;
    const claim = { token: this.ids.next(), until: shiftInstant(now, claimLasts) };
    const due = await this.unitOfWork.write(async ({ noticeSets, notices }) => {
      await noticeSets.lockDerivation();
      return notices.claimMails(claim, now, readersAtOnce);
    });
    const lastStart = shiftInstant(claim.until, -2 * patience);
    const byReader = [...groupedBy(due, ({ notice }) => notice.userId)];
    const actors = await this.actorsOf(due);
    for (const [index, [userId, mails]] of byReader.entries()) {
      const actor = actors.get(userId);
      const isLate = this.clock.now() > lastStart;
      if (!isLate && actor && (await this.sendTo(actor, mails, claim.token)) === 'go-on') continue;
      // The server that did not take one mail is not asked to take the others now.
      const rest = byReader.slice(isLate ? index : index + 1).flatMap(([, left]) => idsOf(left));
      await this.unitOfWork.write(({ notices }) => notices.postponeMails(claim.token, rest, now, true));
      break;
    }
    return due.length;
  }

  /** In which language and zone people read: as the host says, else as their last request did, else as the platform does. */
  private async actorsOf(due: readonly DueMail[]): Promise<ReadonlyMap<string, Actor>> {
    const userIds = [...new Set(due.map(({ notice }) => notice.userId))];
    const contacts = new Map(
      ((await this.post.contacts?.of(userIds)) ?? []).map((contact) => [contact.userId, contact]),
    );
    return this.unitOfWork.read(async (repositories) => {
      const readers = await repositories.notices.readers(userIds);
      const platforms = await repositories.platforms.ofSpaces([
        ...new Set(due.map(({ notice }) => notice.spaceId)),
      ]);
      const zones = new Map<string, string>();
      for (const platformId of new Set(['', ...platforms.values()]))
        zones.set(platformId, (await this.readSettings.within(repositories, platformId)).defaultTimeZone);
      const actors = due.map(({ notice: { userId: id, spaceId } }): Actor => {
        const platformId = platforms.get(spaceId) ?? '';
        const [contact, reader] = [contacts.get(id), readers.get(id)];
        return {
          ...{ id, name: '', platformId },
          locale: contact?.locale ?? reader?.locale ?? 'fr',
          timeZone: contact?.timeZone ?? reader?.timeZone ?? zones.get(platformId) ?? '',
        };
      });
      return new Map(actors.map((actor) => [actor.id, actor]));
    });
  }

  private async sendTo(actor: Actor, mails: readonly DueMail[], token: string): Promise<Outcome> {
    // What somebody may not open any more, they are not told of.
    const visits = await this.seenSessions.spaces(
      actor,
      mails.map(({ notice }) => notice.spaceId),
    );
    for (const letter of lettersOf(mails)) {
      const seen = letter.notices.filter(({ spaceId }) => visits.has(spaceId));
      const outcome = await this.sendLetter(actor, { ...letter, notices: seen }, token, idsIn(letter));
      if (outcome === 'wait') {
        const rest = idsOf(mails);
        await this.unitOfWork.write(({ notices }) =>
          notices.postponeMails(token, rest, this.clock.now(), true),
        );
        return 'wait';
      }
    }
    return 'go-on';
  }

  private async sendLetter(
    actor: Actor,
    letter: Letter,
    token: string,
    ids: readonly string[],
  ): Promise<Outcome> {
    const message = await this.messageOf(actor, letter);
    try {
      if (message)
        await inTime(
          this.post.mailer.send(message),
          1_000 * patience,
          () => new Error(`no answer within ${patience} s`),
        );
      await this.unitOfWork.write(({ notices }) => notices.mailed(token, ids));
      return 'go-on';
    } catch (error) {
      return this.failed(letter, token, ids, error);
    }
  }

  private async failed(
    { attempts }: Letter,
    token: string,
    ids: readonly string[],
    error: unknown,
  ): Promise<Outcome> {
    const now = this.clock.now();
    const attempt = attempts + 1;
    const isLast = MailRefused.is(error) || attempt >= mostAttempts;
    const pause = pauseAfter(attempt);
    await this.unitOfWork.write(({ notices }) =>
      isLast
        ? notices.giveUpMails(token, ids, now)
        : notices.postponeMails(token, ids, shiftInstant(now, pause), false),
    );
    const values = { notices: ids.length, attempt, error: String(error) };
    if (isLast) this.logger.error(values, 'a mail was given up');
    else this.logger.warn({ ...values, pause }, 'a mail could not be sent; it is tried again');
    return MailRefused.is(error) ? 'go-on' : 'wait';
  }

  /** Undefined when there is nothing to be said any more. */
  private async messageOf(actor: Actor, { notices, isDaily }: Letter): Promise<Message | undefined> {
    const [first] = notices;
    if (!first) return undefined;
    return this.unitOfWork.read(async (repositories) => {
      const settings = await settingsOf(repositories, actor.platformId ?? '');
      const views = (await this.post.views.of(repositories, actor, notices)).filter(
        ({ seances }) => seances.length > 0,
      );
      if (!settings.mail || views.length === 0) return undefined;
      const kind = isDaily ? 'digest' : first.kind;
      const words = this.post.writer.mail(actor, { kind, ...this.wordsOf(actor, views, settings) });
      const content = await this.calendarOf(repositories, actor, views);
      return {
        ...{ toUserId: actor.id, ...words, kind, noticeId: first.id },
        calendar: { name: 'seances.ics', method: 'PUBLISH', content },
      };
    });
  }

  private wordsOf({ locale }: Actor, views: readonly NoticeView[], settings: NoticeSettings) {
    const seances = new Map(views.flatMap((view) => view.seances.map((seance) => [seance.id, seance])));
    const [only, other] = [...seances.values()];
    const language = locale.split('-')[0] ?? '';
    return {
      names: [...new Set([...seances.values()].map(({ name }) => name))],
      texts: views.map(({ text }) => text),
      url: only && !other ? this.post.pages.addressOf(only.spaceId, only.id) : null,
      introduction: settings.introduction[language] ?? '',
      signature: settings.signature[language] ?? '',
    };
  }

  private async calendarOf(
    { feedEntries }: Repositories,
    { locale }: Actor,
    views: readonly NoticeView[],
  ): Promise<string> {
    const ids = [...new Set(views.flatMap(({ seances }) => seances.map(({ id }) => id)))];
    return this.post.calendars.published(locale, await feedEntries.entries(ids));
  }
}

/** What is told at once is a mail of its own; what comes daily is one. */
function lettersOf(mails: readonly DueMail[]): readonly Letter[] {
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

function idsOf(mails: readonly DueMail[]): readonly string[] {
  return mails.map(({ notice }) => notice.id);
}

function idsIn({ notices }: Letter): readonly string[] {
  return notices.map(({ id }) => id);
}
