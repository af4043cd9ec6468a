/**
 * The address of an online class. The version before goes on beside it: what it writes has none.
 */

/** @param {import('knex').Knex} knex */
export async function up(knex) {
  await knex.schema.alterTable('seance', (table) => {
    table.string('online_url', 2_000);
  });
}

/** @param {import('knex').Knex} knex */
export async function down(knex) {
  // Knex would make the table anew on SQLite, and write its key in another way.
  await knex.raw('alter table seance drop column online_url');
}
