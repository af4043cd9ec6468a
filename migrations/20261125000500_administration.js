import { bytewise } from './shared/bytewise.js';

/**
 * Administration: what was changed in the settings, by whom and when; places that are no longer proposed, and stay
 * with the séances that have them; an index by day, across spaces, for the séances that fall on a closed day.
 */

/** @param {import('knex').Knex} knex */
export async function up(knex) {
  await knex.schema.createTable('seance_setting_change', (table) => {
    bytewise(knex, table);
    table.bigIncrements('sequence');
    table.string('name', 64).notNullable();
    table.text('before').notNullable();
    table.text('after').notNullable();
    table.string('actor_id', 128).notNullable();
    table.string('actor_name', 255).notNullable();
    table.string('changed_at', 20).notNullable();
    table.index(['actor_id'], 'seance_setting_change_by');
  });
  await knex.schema.alterTable('seance_location', (table) => {
    table.string('deleted_at', 20);
  });
  await knex.schema.alterTable('seance', (table) => {
    table.index(['start_local', 'id'], 'seance_by_day');
  });
  await knex.schema.alterTable('seance_closed_day', (table) => {
    table.index(['starts_on', 'id'], 'seance_closed_day_in_order');
  });
}

/** @param {import('knex').Knex} knex */
export async function down(knex) {
  await knex.schema.alterTable('seance_closed_day', (table) => {
    table.dropIndex([], 'seance_closed_day_in_order');
  });
  await knex.schema.alterTable('seance', (table) => {
    table.dropIndex([], 'seance_by_day');
  });
  await knex.schema.alterTable('seance_location', (table) => {
    table.dropColumn('deleted_at');
  });
  await knex.schema.dropTable('seance_setting_change');
}
