import { bytewise } from './shared/bytewise.js';

/**
 * Places and turns in the queue. A learner is in a séance once: the database says so. `turn` orders the queue, drawn
 * from the séance's `next_turn` under its lock, so that no clock has a say in who is first. Names are copies of the
 * host's, for lists that are searched and paged here. `instead_of` is the séance of the same group that a learner who
 * waits gives up when this one is theirs (ADR 0012).
 */

/** @param {import('knex').Knex} knex */
export async function up(knex) {
  await knex.schema.alterTable('seance', (table) => {
    table.integer('next_turn').notNullable().defaultTo(1);
    // What the host says of a session, and what the retention delay has passed for, is looked for in all spaces.
    table.index(['session_id', 'id'], 'seance_of_session');
    table.index(['deleted_at', 'id'], 'seance_deleted');
  });
  await knex.schema.createTable('seance_enrolment', (table) => {
    bytewise(knex, table);
    table.string('id', 36).primary();
    table.string('space_id', 128).notNullable();
    table.string('session_id', 128).notNullable();
    table.string('seance_id', 36).notNullable();
    table.string('user_id', 128).notNullable();
    table.string('user_name', 255).notNullable();
    table.string('first_name', 255).notNullable();
    table.string('last_name', 255).notNullable();
    table.string('name_sort', 191).notNullable();
    table.string('status', 16).notNullable();
    table.integer('turn').notNullable();
    table.string('source', 16).notNullable();
    table.string('instead_of', 36);
    table.string('requested_at', 20).notNullable();
    table.string('enrolled_at', 20);
    table.unique(['seance_id', 'user_id'], { indexName: 'seance_enrolment_once' });
    table.index(['seance_id', 'status', 'turn'], 'seance_enrolment_queue');
    table.index(['seance_id', 'status', 'name_sort', 'id'], 'seance_enrolment_by_name');
    table.index(['user_id', 'session_id', 'seance_id'], 'seance_enrolment_of_user');
    table.index(['space_id', 'session_id'], 'seance_enrolment_of_session');
  });
}

/** @param {import('knex').Knex} knex */
export async function down(knex) {
  await knex.schema.dropTable('seance_enrolment');
  await knex.schema.alterTable('seance', (table) => {
    table.dropIndex([], 'seance_of_session');
    table.dropIndex([], 'seance_deleted');
  });
  await knex.schema.alterTable('seance', (table) => {
    table.dropColumn('next_turn');
  });
}
