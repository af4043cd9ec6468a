/**
 * What the host has not heard yet outlives its séance. `purged_at` says since when the séance is gone, so that what is
 * left of its trail goes too, once it was delivered and the retention delay has passed; null while the séance is there.
 */

/** @param {import('knex').Knex} knex */
export async function up(knex) {
  await knex.schema.alterTable('seance_event', (table) => {
    table.string('purged_at', 20);
    table.index(['purged_at', 'sequence'], 'seance_event_purged');
  });
  await knex('seance_event')
    .whereNotIn('seance_id', knex('seance').select('id'))
    .update({ purged_at: knex.ref('happened_at') });
}

/** @param {import('knex').Knex} knex */
export async function down(knex) {
  await knex.schema.alterTable('seance_event', (table) => {
    table.dropIndex([], 'seance_event_purged');
  });
  // Knex would make the table anew on SQLite, and write its key in another way.
  await knex.raw('alter table ?? drop column ??', ['seance_event', 'purged_at']);
}
