/**
 * For several writers (ADR 0015). On a cluster a lock is known to one node, and only rows that are written are compared:
 * `touches` is what a transaction changes of a row that it relies on. Automatic sequences are no order there: events are
 * numbered per séance, from `event_count`, and none is dated before the one before it, `last_event_at`. `claimed_by` is
 * the token of the worker that delivers an event.
 *
 * The version before goes on beside it: what it writes has no numbers, and is in order by its time. Only the index by
 * sequence is gone, which it does without; the one that replaces it begins with the same columns.
 */

/** @param {import('knex').Knex} knex */
export async function up(knex) {
  await knex.schema.alterTable('seance', (table) => {
    table.integer('event_count').notNullable().defaultTo(0);
    table.string('last_event_at', 20);
    table.integer('touches').notNullable().defaultTo(0);
  });
  await knex.schema.alterTable('seance_group', (table) => {
    table.integer('touches').notNullable().defaultTo(0);
  });
  await knex.schema.alterTable('seance_event', (table) => {
    table.integer('number');
    table.string('claimed_by', 36);
  });
  await knex.schema.alterTable('seance_event', (table) => {
    table.index(['space_id', 'seance_id', 'happened_at', 'number', 'sequence'], 'seance_event_in_order');
    table.dropIndex([], 'seance_event_of_seance');
  });
}

/** @param {import('knex').Knex} knex */
export async function down(knex) {
  await knex.schema.alterTable('seance_event', (table) => {
    table.index(['space_id', 'seance_id', 'sequence'], 'seance_event_of_seance');
    table.dropIndex([], 'seance_event_in_order');
  });
  for (const [table, column] of [
    ['seance_event', 'claimed_by'],
    ['seance_event', 'number'],
    ['seance_group', 'touches'],
    ['seance', 'touches'],
    ['seance', 'last_event_at'],
    ['seance', 'event_count'],
  ]) {
    // Knex would make the table anew on SQLite, and write its key in another way.
    await knex.raw(`alter table ${table} drop column ${column}`);
  }
}
