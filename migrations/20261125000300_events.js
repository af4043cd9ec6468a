import { bytewise } from './shared/bytewise.js';

/**
 * What happened to séances: the audit trail that staff read and the outbox that the host is told from are one table,
 * written in the transaction of the change (ADR 0011). `due_at` is when an event is to be delivered next; null once it
 * was, or was given up. Sequences order the events of one séance: they are drawn while its row is locked.
 */

/** @param {import('knex').Knex} knex */
export async function up(knex) {
  await knex.schema.createTable('seance_event', (table) => {
    bytewise(knex, table);
    table.bigIncrements('sequence');
    table.string('id', 36).notNullable();
    table.string('space_id', 128).notNullable();
    table.string('session_id', 128).notNullable();
    table.string('seance_id', 36).notNullable();
    table.string('type', 64).notNullable();
    table.string('happened_at', 20).notNullable();
    table.string('actor_id', 128);
    table.string('actor_name', 255);
    table.string('user_id', 128);
    table.string('user_name', 255);
    table.text('data', 'mediumtext').notNullable();
    table.string('due_at', 20);
    table.integer('attempts').notNullable().defaultTo(0);
    table.string('given_up_at', 20);
    table.index(['space_id', 'seance_id', 'sequence'], 'seance_event_of_seance');
    table.index(['due_at', 'sequence'], 'seance_event_due');
    table.index(['given_up_at', 'sequence'], 'seance_event_given_up');
    table.index(['user_id'], 'seance_event_about');
    table.index(['actor_id'], 'seance_event_by');
  });
}

/** @param {import('knex').Knex} knex */
export async function down(knex) {
  await knex.schema.dropTable('seance_event');
}
