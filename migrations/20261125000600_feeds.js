import { bytewise } from './shared/bytewise.js';

/**
 * The calendar feed that a user subscribes to, at most one each. Its token is the secret: only a digest of it is kept
 * (ADR 0013). Beside it stands what the host needs to know of the user to say what they may see.
 */

/** @param {import('knex').Knex} knex */
export async function up(knex) {
  await knex.schema.createTable('seance_feed', (table) => {
    bytewise(knex, table);
    table.string('token_hash', 64).primary();
    table.string('user_id', 128).notNullable();
    table.string('user_name', 255).notNullable();
    table.string('locale', 64).notNullable();
    table.string('time_zone', 64).notNullable();
    table.string('created_at', 20).notNullable();
    table.unique(['user_id'], { indexName: 'seance_feed_of_user' });
  });
}

/** @param {import('knex').Knex} knex */
export async function down(knex) {
  await knex.schema.dropTable('seance_feed');
}
