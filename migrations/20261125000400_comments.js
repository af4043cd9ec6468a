import { bytewise } from './shared/bytewise.js';

/**
 * Informations: what staff write about a séance for everybody who can open it. `comment_count` of a séance counts those
 * that are not deleted, so that a list says that there are some without looking for them row by row: it changes in the
 * transaction that adds, deletes or restores one, while the séance is locked.
 */

/** @param {import('knex').Knex} knex */
export async function up(knex) {
  await knex.schema.createTable('seance_comment', (table) => {
    bytewise(knex, table);
    table.string('id', 36).primary();
    table.string('space_id', 128).notNullable();
    table.string('session_id', 128).notNullable();
    table.string('seance_id', 36).notNullable();
    table.text('content', 'mediumtext').notNullable();
    table.string('author_id', 128).notNullable();
    table.string('author_name', 255).notNullable();
    table.string('created_at', 20).notNullable();
    table.string('edited_at', 20);
    table.string('deleted_at', 20);
    table.index(['space_id', 'seance_id', 'deleted_at', 'created_at', 'id'], 'seance_comment_of_seance');
    // Work outside a request: people who are forgotten, deletions that can no longer be undone.
    table.index(['author_id'], 'seance_comment_by');
    table.index(['deleted_at'], 'seance_comment_deleted');
  });
  await knex.schema.alterTable('seance', (table) => {
    table.integer('comment_count').notNullable().defaultTo(0);
  });
}

/** @param {import('knex').Knex} knex */
export async function down(knex) {
  await knex.schema.alterTable('seance', (table) => {
    table.dropColumn('comment_count');
  });
  await knex.schema.dropTable('seance_comment');
}
