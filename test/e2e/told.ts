import { expect } from 'chai';
import { openDatabase } from '../../src/adapters/knex/dialect.js';
import { eventually } from '../support/eventually.js';
import { asked, type SignedIn } from './stage.js';

const api = '/plugins/seances/api/v1';
const rows = ['seance_notice_set', 'seance_notice_item', 'seance_notice'] as const;

type Row = Readonly<Record<string, unknown>>;

/** Waits until somebody was told of so much. Nobody waits the two minutes for more of the same. */
export async function told(by: SignedIn, databaseUrl: string, count: number): Promise<void> {
  const { knex } = openDatabase(databaseUrl);
  try {
    await eventually(async () => {
      await knex('seance_notice_set').whereNull('closed_at').update({ closes_at: '2020-01-01T00:00:00Z' });
      const { total } = await asked<{ readonly total: number }>(by, 'GET', `${api}/me/notices`);
      expect(total).to.equal(count);
    });
  } finally {
    await knex.destroy();
  }
}

/** The one thing that somebody was told, so many times more, an hour apart. */
export async function toldAgain(databaseUrl: string, userId: string, times: number): Promise<void> {
  const { knex } = openDatabase(databaseUrl);
  try {
    const notice = (await knex<Row>('seance_notice').where({ user_id: userId }).first()) as Row;
    const setId = String(notice['set_id']);
    const set = (await knex<Row>('seance_notice_set').where({ id: setId }).first()) as Row;
    const item = (await knex<Row>('seance_notice_item').where({ set_id: setId }).first()) as Row;
    for (let time = 1; time <= times; time += 1) {
      const [id, at] = [`again-${time}`, Date.parse(String(notice['told_at'])) - time * 3_600_000];
      const told = { id: `${id}-n`, set_id: id, told_at: `${new Date(at).toISOString().slice(0, 19)}Z` };
      const more = [
        { ...set, id },
        { ...item, set_id: id },
        { ...notice, ...told },
      ];
      for (const [index, row] of more.entries()) await knex(rows[index] as string).insert(row);
    }
  } finally {
    await knex.destroy();
  }
}
