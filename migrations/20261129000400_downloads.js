import { bytewise } from './shared/bytewise.js';

/**
 * Files that are fetched once, within a minute, from an address that is a secret: only a digest of it is kept (ADR 0013).
 * Beside it stands what the host needs to know of the user to say, then, what they may see.
 */

/** @param {import('knex').Knex} knex */
export async function up(knex) {
  await knex.schema.createTable('seance_download', (table) => {
    bytewise(knex, table);
    table.string('id', 36).primary();
    table.string('token_hash', 64).notNullable();
    table.string('user_id', 128).notNullable();
    table.string('user_name', 255).notNullable();
    table.string('platform_id', 128).notNullable().defaultTo('');
    table.string('locale', 64).notNullable();
    table.string('time_zone', 64).notNullable();
    table.text('path').notNullable();
    table.string('language', 16).notNullable();
    table.string('expires_at', 20).notNullable();
    table.unique(['token_hash'], { indexName: 'seance_download_of_token' });
    table.index(['expires_at'], 'seance_download_by_age');
  });
}

/** @param {import('knex').Knex} knex */
export async function down(knex) {
  await knex.schema.dropTable('seance_download');
}
