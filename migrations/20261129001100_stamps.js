import { bytewise } from './shared/bytewise.js';

/**
 * What is stamped by a service of time-stamps once a day (ADR 0025): the ends of the logs of half-days, hashed together. A
 * slot says which stamp it is in as it is; null when it was closed, or went on, since. Who is gone is known until nothing is
 * left of them in signed sheets that have to be kept.
 */

const hostId = 128;
const instant = 20;
const hash = 64;

/** @param {import('knex').Knex} knex */
export async function up(knex) {
  await knex.schema.createTable('seance_attendance_stamp', (table) => {
    bytewise(knex, table);
    table.integer('number').notNullable().primary();
    // Of 5,000 half-days a megabyte.
    table.text('content', 'mediumtext').notNullable();
    table.string('digest', hash).notNullable();
    table.string('created_at', instant).notNullable();
    // Null until the service has answered. Until then one process asks it, for as long as it said.
    table.text('token', 'mediumtext');
    table.string('stamped_at', instant);
    table.string('claimed_by', 36);
    table.string('claimed_until', instant).notNullable();
    table.string('fault', 300).notNullable();
  });
  await knex.schema.createTable('seance_attendance_gone', (table) => {
    bytewise(knex, table);
    table.string('user_id', hostId).notNullable().primary();
    table.string('gone_at', instant).notNullable();
  });
  await knex.schema.alterTable('seance_attendance_slot', (table) => {
    table.integer('stamp');
    table.index(['stamp', 'closed_at'], 'seance_attendance_slot_to_stamp');
  });
}

/** @param {import('knex').Knex} knex */
export async function down(knex) {
  await knex.schema.alterTable('seance_attendance_slot', (table) => {
    table.dropIndex(['stamp', 'closed_at'], 'seance_attendance_slot_to_stamp');
  });
  // Knex would make the table anew on SQLite, and write its key in another way.
  await knex.raw('alter table seance_attendance_slot drop column stamp');
  await knex.schema.dropTable('seance_attendance_gone');
  await knex.schema.dropTable('seance_attendance_stamp');
}
