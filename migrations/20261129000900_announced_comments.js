/** To whom a comment was announced, as JSON; null of what was not, as of all that is there already. */

/** @param {import('knex').Knex} knex */
export async function up(knex) {
  await knex.schema.alterTable('seance_comment', (table) => {
    table.string('announced_to', 64);
  });
}

/** @param {import('knex').Knex} knex */
export async function down(knex) {
  // Knex would make the table anew on SQLite, and write its key in another way.
  await knex.raw('alter table seance_comment drop column announced_to');
}
