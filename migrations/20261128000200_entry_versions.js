import { bytewise } from './shared/bytewise.js';

/**
 * What a calendar shows of a séance changes without a new version of the séance: its place or a trainer gets another
 * name, an information is added. `entry_changes` counts these, so that `version + entry_changes` is the version of the
 * entry: it begins at the version, and rises with it also where the version before goes on writing beside.
 *
 * `seance_refresh` is what is left to do after a place or a trainer has got another name, one row for each: the séances
 * up to `after_id` are done. `run` is new with each name. Until `due_at`, somebody is at it.
 */

/** @param {import('knex').Knex} knex */
export async function up(knex) {
  await knex.schema.alterTable('seance', (table) => {
    table.integer('entry_changes').notNullable().defaultTo(0);
    table.string('entry_changed_at', 20);
  });
  await knex.schema.createTable('seance_refresh', (table) => {
    bytewise(knex, table);
    table.string('kind', 16).notNullable();
    table.string('subject_id', 128).notNullable();
    table.string('name', 255).notNullable();
    table.string('run', 36).notNullable();
    table.string('after_id', 36).notNullable();
    table.string('due_at', 20).notNullable();
    table.primary(['kind', 'subject_id']);
  });
}

/** @param {import('knex').Knex} knex */
export async function down(knex) {
  await knex.schema.dropTable('seance_refresh');
  for (const column of ['entry_changed_at', 'entry_changes']) {
    // Knex would make the table anew on SQLite, and write its key in another way.
    await knex.raw(`alter table seance drop column ${column}`);
  }
}
