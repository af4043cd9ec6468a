import { bytewise } from './shared/bytewise.js';

/**
 * Which versions run on this database, a row for each: when one of its processes was last seen. Versions before this one
 * leave none.
 */

/** @param {import('knex').Knex} knex */
export async function up(knex) {
  await knex.schema.createTable('seance_running_version', (table) => {
    table.string('version', 64).notNullable().primary();
    table.string('seen_at', 20).notNullable();
    bytewise(knex, table);
  });
}

/** @param {import('knex').Knex} knex */
export async function down(knex) {
  await knex.schema.dropTable('seance_running_version');
}
