import type { Knex } from 'knex';
import { insertRows } from '../../src/adapters/knex/many-rows.js';
import type { NoticeRow } from '../../src/adapters/knex/tables.js';
import { noon, spaceId } from './seance-records.js';

/** What one learner was told at noon, as rows that are that much otherwise. */
export async function insertNotices(
  knex: Knex,
  rows: readonly (Pick<NoticeRow, 'id'> & Readonly<Record<string, unknown>>)[],
): Promise<void> {
  await insertRows<NoticeRow>(
    knex,
    'seance_notice',
    rows.map((row) => ({
      ...{ set_id: row.id, user_id: 'learner1', space_id: spaceId, kind: 'change', told_at: noon },
      ...{ read_at: null, seance_ids: null, is_daily: false, mail_at: null, mail_attempts: 0 },
      ...{ mail_claimed_by: null, mail_given_up_at: null },
      ...row,
    })),
  );
}
