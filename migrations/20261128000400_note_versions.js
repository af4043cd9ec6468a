/**
 * Two people may rewrite one information: `version` counts its changes, so that the second is told of the first. The
 * version before goes on beside it: what it changes is not counted, as nothing was until now.
 */

/** @param {import('knex').Knex} knex */
export async function up(knex) {
  await knex.schema.alterTable('seance_comment', (table) => {
    table.integer('version').notNullable().defaultTo(1);
  });
}

/** @param {import('knex').Knex} knex */
export async function down(knex) {
  // Knex would make the table anew on SQLite, and write its key in another way.
  await knex.raw('alter table seance_comment drop column version');
}
