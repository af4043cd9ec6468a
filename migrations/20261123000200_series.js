/**
 * Series: which séances one repetition made, the number that a copy carries in its name, and which fields somebody
 * changed by hand so that changes of the series leave them alone. A series needs no row of its own: it is its séances.
 *
 * Closed days: the platform's holidays, single days and ranges, which repetitions skip.
 */
import { bytewise } from './shared/bytewise.js';

/** @param {import('knex').Knex} knex */
export async function up(knex) {
  await knex.schema.alterTable('seance', (table) => {
    table.string('series_id', 36);
    table.integer('series_number');
    table.string('own_fields', 255).notNullable().defaultTo('');
    table.index(['space_id', 'series_id', 'starts_at', 'id'], 'seance_of_series');
  });
  await knex.schema.createTable('seance_closed_day', (table) => {
    bytewise(knex, table);
    table.string('id', 36).primary();
    table.string('name', 255).notNullable();
    table.string('starts_on', 10).notNullable();
    table.string('ends_on', 10).notNullable();
    table.index(['ends_on', 'starts_on'], 'seance_closed_day_by_date');
  });
}

/** @param {import('knex').Knex} knex */
export async function down(knex) {
  await knex.schema.dropTable('seance_closed_day');
  await knex.schema.alterTable('seance', (table) => {
    table.dropIndex([], 'seance_of_series');
  });
  await knex.schema.alterTable('seance', (table) => {
    table.dropColumns('series_id', 'series_number', 'own_fields');
  });
}
