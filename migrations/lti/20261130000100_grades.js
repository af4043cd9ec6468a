import { bytewise } from '../shared/bytewise.js';

/** How much people were there, as a grade that platforms are told (Assignment and Grade Services 2.0). */

const ownId = 36;
const instant = 20;
const columns = [
  'grades_wanted',
  'grades_sent',
  'grades_next_at',
  'grades_claimed_until',
  'grades_problem',
  'line_item_url',
];

/** @param {import('knex').Knex} knex */
export async function up(knex) {
  await knex.schema.alterTable('seance_lti_space', (table) => {
    // Counts changes of presence, and up to which of them the platform was told.
    table.integer('grades_wanted').notNullable().defaultTo(0);
    table.integer('grades_sent').notNullable().defaultTo(0);
    // When they are sent; null when nothing is to be sent.
    table.string('grades_next_at', instant);
    table.string('grades_claimed_until', instant);
    table.string('grades_problem', 64);
    // The column "Présence" of the platform.
    table.string('line_item_url', 1_024);
    table.index(['grades_next_at', 'id'], 'seance_lti_space_by_grades');
  });
  await knex.schema.createTable('seance_lti_grade', (table) => {
    bytewise(knex, table);
    table.string('space_id', ownId).notNullable();
    table.string('member_id', ownId).notNullable();
    table.primary(['space_id', 'member_id']);
    table.integer('attended').notNullable();
    table.integer('half_days').notNullable();
  });
}

/** @param {import('knex').Knex} knex */
export async function down(knex) {
  await knex.schema.dropTable('seance_lti_grade');
  await knex.schema.alterTable('seance_lti_space', (table) =>
    table.dropIndex(['grades_next_at', 'id'], 'seance_lti_space_by_grades'),
  );
  // Knex would make the table anew on SQLite, and write its key in another way.
  for (const column of columns.toReversed())
    await knex.raw(`alter table seance_lti_space drop column ${column}`);
}
