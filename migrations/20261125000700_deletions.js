/**
 * Which séances were deleted together: the bin shows them as one, and they can be restored as one. Ids of deletions grow
 * with time, so that the index has the latest last. What was deleted before was deleted by itself.
 */

/** @param {import('knex').Knex} knex */
export async function up(knex) {
  await knex.schema.alterTable('seance', (table) => {
    table.string('deletion_id', 36);
    table.index(['space_id', 'deletion_id'], 'seance_of_deletion');
  });
  await knex('seance')
    .whereNotNull('deleted_at')
    .update({ deletion_id: knex.ref('id') });
}

/** @param {import('knex').Knex} knex */
export async function down(knex) {
  await knex.schema.alterTable('seance', (table) => {
    table.dropIndex([], 'seance_of_deletion');
  });
  await knex.schema.alterTable('seance', (table) => {
    table.dropColumn('deletion_id');
  });
}
