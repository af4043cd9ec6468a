import type { Knex } from 'knex';
import { type Instant, shiftInstant } from '../../domain/time/schedule.js';
import type {
  DueMail,
  GivenUpMail,
  MailBacklog,
  NoticeMailRepository,
} from '../../ports/notice-repository.js';
import { countOf, waitingOf } from './count-of.js';
import { noticeFromRow } from './knex-notice-repository.js';
import type { NoticeRow } from './tables.js';

/** Mails that are claimed together at most: of somebody who was told more in a day, the rest comes next. */
const mostMails = 1_000;
/** How far ahead of its own clock one process believes that another one's is, in seconds. */
const clocksApart = 3_600;

export class KnexNoticeMailRepository implements NoticeMailRepository {
  constructor(private readonly knex: Knex) {}

  async hasDue(now: Instant): Promise<boolean> {
    return (await this.rows().where('mail_at', '<=', now).first('id')) !== undefined;
  }

  async claim(
    { token, until }: { readonly token: string; readonly until: Instant },
    now: Instant,
    users: number,
  ): Promise<readonly DueMail[]> {
    const due = () => this.rows().where('mail_at', '<=', now);
    const first = (await due()
      .whereNotIn('user_id', await this.beingMailed(now, until))
      .orderBy(['mail_at', 'id'])
      .limit(users)
      .pluck('user_id')) as string[];
    const ids = (await due()
      .whereIn('user_id', [...new Set(first)])
      .limit(mostMails)
      .pluck('id')) as string[];
    // Found without a lock: whether they are still due is asked again by what claims them.
    await due()
      .whereIn('id', ids)
      .update({ mail_claimed_by: token, mail_at: until })
      .increment('mail_attempts', 1);
    const rows = await this.claimed(token, ids).orderBy(['user_id', 'told_at', 'id']);
    return rows.map((row) => ({
      notice: noticeFromRow(row),
      isDaily: Boolean(row.is_daily),
      attempts: row.mail_attempts - 1,
    }));
  }

  async mailed(token: string, ids: readonly string[]): Promise<void> {
    await this.claimed(token, ids).update({ mail_at: null, mail_claimed_by: null });
  }

  async postpone(token: string, ids: readonly string[], dueAt: Instant, isUntried: boolean): Promise<void> {
    await this.claimed(token, ids)
      .update({ mail_at: dueAt, mail_claimed_by: null })
      .decrement('mail_attempts', isUntried ? 1 : 0);
  }

  async giveUp(token: string, ids: readonly string[], at: Instant): Promise<void> {
    await this.claimed(token, ids).update({ mail_at: null, mail_claimed_by: null, mail_given_up_at: at });
  }

  async backlog(now: Instant): Promise<MailBacklog> {
    // What comes daily, later, waits for nobody.
    const waiting = this.rows()
      .whereNotNull('mail_at')
      .where((either) => void either.where('mail_at', '<=', now).orWhere('mail_attempts', '>', 0));
    const givenUp = await countOf(this.rows().whereNotNull('mail_given_up_at'));
    return { ...(await waitingOf(waiting, 'told_at')), givenUp };
  }

  async givenUp(limit: number): Promise<readonly GivenUpMail[]> {
    const rows = await this.rows()
      .whereNotNull('mail_given_up_at')
      .orderBy([
        { column: 'mail_given_up_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit);
    return rows.flatMap(({ id, kind, user_id: userId, mail_given_up_at: at }) =>
      at === null ? [] : [{ id, kind, userId, at }],
    );
  }

  async retryGivenUp(now: Instant): Promise<number> {
    return this.rows()
      .whereNotNull('mail_given_up_at')
      .update({ mail_at: now, mail_given_up_at: null, mail_attempts: 0 });
  }

  /**
   * To whom mails are being sent: by claims that last as long as one of now, or longer, as a clock may be ahead of this one, or
   * have gone on while this process waited for the lock.
   */
  private async beingMailed(now: Instant, until: Instant): Promise<readonly string[]> {
    const claimed = this.rows().whereNotNull('mail_claimed_by').where('mail_at', '>', now);
    const believed = claimed.where('mail_at', '<=', shiftInstant(until, clocksApart));
    return believed.distinct('user_id').pluck('user_id');
  }

  private claimed(token: string, ids: readonly string[]) {
    return this.rows()
      .where({ mail_claimed_by: token })
      .whereIn('id', [...ids]);
  }

  private rows() {
    return this.knex<NoticeRow>('seance_notice');
  }
}
