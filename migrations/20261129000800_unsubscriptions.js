import { bytewise } from './shared/bytewise.js';

/**
 * What the links in mails stop with which somebody wants no more of them, by the digest of the secret that each has in its
 * address (ADR 0013).
 */

/** @param {import('knex').Knex} knex */
export async function up(knex) {
  await knex.schema.createTable('seance_unsubscription', (table) => {
    bytewise(knex, table);
    table.string('token_hash', 64).primary();
    table.string('user_id', 128).notNullable();
    table.string('platform_id', 128).notNullable();
    // The kind that the mail was of, or `digest`.
    table.string('mail', 16).notNullable();
    table.string('locale', 35).notNullable();
    table.string('created_at', 20).notNullable();
    table.index(['user_id'], 'seance_unsubscription_of_user');
    table.index(['created_at'], 'seance_unsubscription_by_age');
  });
}

/** @param {import('knex').Knex} knex */
export async function down(knex) {
  await knex.schema.dropTable('seance_unsubscription');
}
