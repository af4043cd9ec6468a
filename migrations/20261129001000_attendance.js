import { bytewise } from './shared/bytewise.js';

/**
 * Who was there (ADR 0024). A slot is half a day of a séance: written down when something is said of it, with what its log
 * ends with, and the secret of its check-in. The log is only ever added to: each entry has the hash of the one before, and
 * what it says of people stands under salted hashes, so that they can be forgotten.
 */

const ownId = 36;
const hostId = 128;
const instant = 20;
const hash = 64;

/** @param {import('knex').Knex} knex */
export async function up(knex) {
  await knex.schema.createTable('seance_attendance_slot', (table) => {
    bytewise(knex, table);
    table.string('seance_id', ownId).notNullable();
    table.integer('slot').notNullable();
    table.primary(['seance_id', 'slot']);
    table.string('space_id', hostId).notNullable();
    table.string('session_id', hostId).notNullable();
    table.string('start_local', 16).notNullable();
    table.string('end_local', 16).notNullable();
    table.string('time_zone', 64).notNullable();
    table.string('starts_at', instant).notNullable();
    table.string('ends_at', instant).notNullable();
    table.integer('minutes').notNullable();
    table.string('roster_at', instant);
    table.integer('mark_count').notNullable().defaultTo(0);
    table.string('closed_at', instant);
    table.boolean('is_signed').notNullable().defaultTo(false);
    table.integer('entry_count').notNullable().defaultTo(0);
    table.string('last_hash', hash).notNullable();
    // The letters name it while learners may check in.
    table.string('code_letters', 4);
    table.string('code_secret', hash);
    table.string('check_in_until', instant);
    // How many wrong codes there were in a step of codes.
    table.integer('wrong_step').notNullable().defaultTo(0);
    table.integer('wrong_codes').notNullable().defaultTo(0);
    table.unique(['code_letters'], { indexName: 'seance_attendance_slot_of_code' });
    table.index(['session_id', 'space_id', 'start_local'], 'seance_attendance_slot_of_session');
    table.index(['roster_at', 'starts_at'], 'seance_attendance_slot_to_list');
    table.index(['closed_at', 'seance_id', 'slot'], 'seance_attendance_slot_closed');
  });
  await knex.schema.createTable('seance_attendance_entry', (table) => {
    bytewise(knex, table);
    table.string('seance_id', ownId).notNullable();
    table.integer('slot').notNullable();
    table.integer('number').notNullable();
    table.primary(['seance_id', 'slot', 'number']);
    table.string('kind', 10).notNullable();
    table.string('user_id', hostId).notNullable();
    table.string('user_name', 255).notNullable();
    table.string('by_id', hostId).notNullable();
    table.string('by_name', 255).notNullable();
    table.string('mark', 10);
    table.integer('minutes');
    table.string('note', 500).notNullable();
    table.string('source', 5).notNullable();
    table.string('at', instant).notNullable();
    table.string('written_at', instant).notNullable();
    table.boolean('is_clock_wrong').notNullable();
    table.boolean('is_signed').notNullable();
    table.text('signature');
    table.string('device', 64).notNullable();
    table.string('ticket', 64).notNullable();
    // Null once the person is forgotten.
    table.string('user_salt', hash);
    table.string('user_commitment', hash).notNullable();
    table.string('by_salt', hash);
    table.string('by_commitment', hash).notNullable();
    table.string('hash', hash).notNullable();
    table.index(['user_id', 'seance_id', 'slot'], 'seance_attendance_entry_of_user');
    table.index(['by_id'], 'seance_attendance_entry_by');
  });
  await knex.schema.alterTable('seance', (table) => {
    // Clock times of the pause that parts its days, where it has one of its own.
    table.string('break_start', 5);
    table.string('break_end', 5);
  });
}

/** @param {import('knex').Knex} knex */
export async function down(knex) {
  // Knex would make the table anew on SQLite, and write its key in another way.
  for (const column of ['break_end', 'break_start'])
    await knex.raw(`alter table seance drop column ${column}`);
  await knex.schema.dropTable('seance_attendance_entry');
  await knex.schema.dropTable('seance_attendance_slot');
}
