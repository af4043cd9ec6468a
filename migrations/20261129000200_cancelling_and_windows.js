/**
 * That a séance does not take place, by whom and why; and when learners may enrol in one, in wall times of its zone. The
 * version before goes on beside it as long as nothing is cancelled: it would enrol people in what is.
 */

/** @param {import('knex').Knex} knex */
export async function up(knex) {
  await knex.schema.alterTable('seance', (table) => {
    table.string('cancelled_at', 20);
    table.string('cancelled_by', 128);
    table.string('cancelled_by_name', 255);
    table.string('cancellation_reason', 500);
    table.string('enrolment_opens', 16);
    table.string('enrolment_closes', 16);
  });
}

const columns = [
  'enrolment_closes',
  'enrolment_opens',
  'cancellation_reason',
  'cancelled_by_name',
  'cancelled_by',
  'cancelled_at',
];

/** @param {import('knex').Knex} knex */
export async function down(knex) {
  // Knex would make the table anew on SQLite, and write its key in another way.
  for (const column of columns) await knex.raw(`alter table seance drop column ${column}`);
}
