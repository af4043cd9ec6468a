import { groupedBy } from '../../domain/grouped.js';
import { shiftInstant } from '../../domain/time/schedule.js';
import type { Clock } from '../../ports/clock.js';
import type { Contacts } from '../../ports/contacts.js';
import type { IdGenerator } from '../../ports/id-generator.js';
import type { Actor } from '../../ports/identity.js';
import type { Logger } from '../../ports/logger.js';
import { MailRefused, type Mailer, type Message } from '../../ports/mailer.js';
import type { Metrics } from '../../ports/metrics.js';
import type { DueMail } from '../../ports/notice-repository.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';
import { mostAttempts, pauseAfter } from '../attempts.js';
import { inTime } from '../in-time.js';
import type { ReadSettings } from '../settings/read-settings.js';
import { idsIn, type Letter, lettersOf } from './mail-letters.js';
import type { MailMessages } from './mail-messages.js';

/** People whose mails one process sends at a time. */
export const readersAtOnce = 50;
/** How long a claim lasts, and how long a mail may take, in seconds. */
const claimLasts = 600;
const patience = 30;
/** How long mails wait when the host does not say where people read them. In seconds. */
const unanswered = 60;

/** Where mails go. */
export interface Post {
  readonly mailer: Mailer;
  /** Absent where the host does not say where people read their mails: its mailer knows. */
  readonly contacts: Contacts | undefined;
}

/** Whether the mails that are left may be tried now. */
type Outcome = 'go-on' | 'wait';

/** Sends what people were told to where they read their mails. Sent twice when a process dies in between, at most. */
export class SendMails {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly post: Post,
    private readonly messages: MailMessages,
    private readonly readSettings: ReadSettings,
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
    private readonly logger: Logger,
    private readonly metrics: Metrics,
  ) {}

  /** @returns how many were due */
  async run(): Promise<number> {
    const now = this.clock.now();
    if (!(await this.unitOfWork.read(({ noticeMails }) => noticeMails.hasDue(now)))) return 0;
    const claim = { token: this.ids.next(), until: shiftInstant(now, claimLasts) };
    const due = await this.unitOfWork.write(async ({ noticeSets, noticeMails }) => {
      await noticeSets.lockDerivation();
      return noticeMails.claim(claim, now, readersAtOnce);
    });
    const lastStart = shiftInstant(claim.until, -2 * patience);
    const byReader = [...groupedBy(due, ({ notice }) => notice.userId)];
    const actors = await this.actorsOf(due).catch(async (error: unknown) => {
      // Nobody was written to: a host that does not answer for a day gives up no mail.
      const later = shiftInstant(now, unanswered);
      await this.unitOfWork.write(({ noticeMails }) =>
        noticeMails.postpone(claim.token, idsOf(due), later, true),
      );
      throw error;
    });
    for (const [index, [userId, mails]] of byReader.entries()) {
      const actor = actors.get(userId);
      const isLate = this.clock.now() > lastStart;
      if (!isLate && actor && (await this.sendTo(actor, mails, claim.token)) === 'go-on') continue;
      // The server that did not take one mail is not asked to take the others now.
      const rest = byReader.slice(isLate ? index : index + 1).flatMap(([, left]) => idsOf(left));
      await this.unitOfWork.write(({ noticeMails }) => noticeMails.postpone(claim.token, rest, now, true));
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
    for (const letter of lettersOf(mails)) {
      if ((await this.sendLetter(actor, letter, token)) === 'go-on') continue;
      const rest = idsOf(mails);
      await this.unitOfWork.write(({ noticeMails }) =>
        noticeMails.postpone(token, rest, this.clock.now(), true),
      );
      return 'wait';
    }
    return 'go-on';
  }

  private async sendLetter(actor: Actor, letter: Letter, token: string): Promise<Outcome> {
    const message = await this.written(actor, letter, token);
    if (message === 'none') return 'go-on';
    try {
      if (message)
        await inTime(
          this.post.mailer.send(message),
          1_000 * patience,
          () => new Error(`no answer within ${patience} s`),
        );
      await this.unitOfWork.write(({ noticeMails }) => noticeMails.mailed(token, idsIn(letter)));
      if (message) this.count('sent');
      return 'go-on';
    } catch (error) {
      await this.failed(letter, token, error);
      return MailRefused.is(error) ? 'go-on' : 'wait';
    }
  }

  /** None for one that cannot be written, which says nothing of the others; undefined when there is nothing to be said. */
  private async written(actor: Actor, letter: Letter, token: string): Promise<Message | undefined | 'none'> {
    try {
      return await this.messages.of(actor, letter);
    } catch (error) {
      await this.failed(letter, token, error);
      return 'none';
    }
  }

  private async failed(letter: Letter, token: string, error: unknown): Promise<void> {
    const now = this.clock.now();
    const ids = idsIn(letter);
    const attempt = letter.attempts + 1;
    const isLast = MailRefused.is(error) || attempt >= mostAttempts;
    const pause = pauseAfter(attempt);
    await this.unitOfWork.write(({ noticeMails }) =>
      isLast
        ? noticeMails.giveUp(token, ids, now)
        : noticeMails.postpone(token, ids, shiftInstant(now, pause), false),
    );
    this.count(isLast ? 'given-up' : 'failed');
    const values = { notices: ids.length, attempt, error: String(error) };
    if (isLast) this.logger.error(values, 'a mail was given up');
    else this.logger.warn({ ...values, pause }, 'a mail could not be sent; it is tried again');
  }

  private count(outcome: 'sent' | 'failed' | 'given-up'): void {
    this.metrics.count('seances_mail_attempts_total', 1, { outcome });
  }
}

function idsOf(mails: readonly DueMail[]): readonly string[] {
  return mails.map(({ notice }) => notice.id);
}
