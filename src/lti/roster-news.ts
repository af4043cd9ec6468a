import type { HostEvent } from '../index.js';
import type { LtiStore } from './store.js';
import type { MemberRow, MembershipRow, NewsRow } from './tables.js';

const atOnce = 100;

/** What the plugin is told of people. It may hear a thing twice: what was told is forgotten afterwards. */
export class RosterNews {
  constructor(
    private readonly store: LtiStore,
    private readonly tell: (event: HostEvent) => Promise<void>,
  ) {}

  /** Tells all that was not told yet, the oldest first. @throws what `tell` throws; the rest is told the next time */
  async tellAll(): Promise<void> {
    for (;;) {
      const rows = await this.store.knex<NewsRow>('seance_lti_news').orderBy('id').limit(atOnce);
      for (const row of rows) {
        const event = await this.eventOf(row);
        if (event) await this.tell(event);
        await this.store.write((transaction) =>
          transaction<NewsRow>('seance_lti_news').where({ id: row.id }).delete(),
        );
      }
      if (rows.length < atOnce) return;
    }
  }

  /** Undefined for what is not true any more: somebody is a learner again. */
  private async eventOf({ member_id: userId, space_id: sessionId }: NewsRow): Promise<HostEvent | undefined> {
    const { knex } = this.store;
    if (sessionId !== null) {
      const found = await knex<MembershipRow>('seance_lti_membership')
        .where({ space_id: sessionId, member_id: userId, is_active: true, is_learner: true })
        .first();
      return found ? undefined : { type: 'learner.left', sessionId, userId };
    }
    const member = await knex<MemberRow>('seance_lti_member').where({ id: userId }).first();
    if (!member) return undefined;
    const { name, first_name: firstName, last_name: lastName } = member;
    return { type: 'user.renamed', userId, name, firstName, lastName };
  }
}
