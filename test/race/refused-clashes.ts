import type { Knex } from 'knex';

/** Sets the platform so that it refuses clashes. */
export async function refuseClashes(knex: Knex): Promise<void> {
  await knex('seance_setting').insert({ name: 'clashes', value: JSON.stringify('refuse') });
}
