/** Séances where somebody waits are few among all: queues that stand still are looked for on the whole platform. */

/** @param {import('knex').Knex} knex */
export async function up(knex) {
  await knex.schema.alterTable('seance', (table) => {
    table.index(['waiting_count', 'id'], 'seance_with_queue');
  });
}

/** @param {import('knex').Knex} knex */
export async function down(knex) {
  await knex.schema.alterTable('seance', (table) => {
    table.dropIndex([], 'seance_with_queue');
  });
}
