import { bytewise } from './shared/bytewise.js';

/**
 * Several platforms of one host: settings, their changes, places, closed days and feeds are a platform's, and
 * `seance_space` says of which one a space is that is not of `''`. What is there is of `''`, the only platform of a host
 * that has one, and so is what the version before writes: it goes on beside this one as long as there is no other. On
 * SQLite it reads the settings, and cannot change them: it names the old key.
 */

/** @param {import('knex').Knex} knex */
export async function up(knex) {
  await knex.schema.createTable('seance_space', (table) => {
    bytewise(knex, table);
    table.string('space_id', 128).notNullable().primary();
    table.string('platform_id', 128).notNullable();
    table.index(['platform_id'], 'seance_space_of_platform');
  });
  for (const name of ['seance_setting_change', 'seance_location', 'seance_closed_day', 'seance_feed']) {
    await knex.schema.alterTable(name, (table) => {
      table.string('platform_id', 128).notNullable().defaultTo('');
    });
  }
  await keySettings(knex, ['platform_id', 'name']);
  for (const { table, before, after, columns } of indexes) {
    await knex.schema.alterTable(table, (altered) => {
      altered.index(['platform_id', ...columns], after);
      if (before !== undefined) altered.dropIndex([], before);
    });
  }
}

/**
 * What other platforms than `''` have would become everybody's: it goes.
 *
 * @param {import('knex').Knex} knex
 */
export async function down(knex) {
  for (const name of ['seance_setting', 'seance_setting_change', 'seance_closed_day', 'seance_feed'])
    await knex(name).whereNot('platform_id', '').delete();
  // Séances have them: they stay, and are proposed no longer.
  await knex('seance_location')
    .whereNot('platform_id', '')
    .whereNull('deleted_at')
    .update({ deleted_at: '1970-01-01T00:00:00Z' });
  for (const { table, before, after, columns } of indexes) {
    await knex.schema.alterTable(table, (altered) => {
      if (before !== undefined) altered.index(columns, before);
      altered.dropIndex([], after);
    });
  }
  await keySettings(knex, ['name']);
  for (const name of ['seance_feed', 'seance_closed_day', 'seance_location', 'seance_setting_change']) {
    // Knex would make the table anew on SQLite, and write its key in another way.
    await knex.raw(`alter table ${name} drop column platform_id`);
  }
  await knex.schema.dropTable('seance_space');
}

/** What a platform's things are found by, in the place of what they were found by among all. */
const indexes = [
  {
    ...{ table: 'seance_location', before: 'seance_location_by_name', after: 'seance_location_of_platform' },
    columns: ['from_host', 'name_sort', 'id'],
  },
  {
    ...{ table: 'seance_closed_day', before: 'seance_closed_day_by_date', after: 'seance_closed_day_ending' },
    columns: ['ends_on', 'starts_on'],
  },
  {
    ...{
      table: 'seance_closed_day',
      before: 'seance_closed_day_in_order',
      after: 'seance_closed_day_starting',
    },
    columns: ['starts_on', 'id'],
  },
  {
    ...{ table: 'seance_setting_change', before: undefined, after: 'seance_setting_change_of_platform' },
    columns: ['sequence'],
  },
];

/**
 * Gives the settings another key, with the column that it needs or without the one that it does not.
 *
 * @param {import('knex').Knex} knex
 * @param {string[]} key
 */
async function keySettings(knex, key) {
  const hasPlatform = key.includes('platform_id');
  if (/mysql|maria/.test(knex.client.driverName)) {
    const column = hasPlatform
      ? `add column platform_id varchar(128) not null default '' first`
      : 'drop column platform_id';
    // One statement, which is done wholly or not at all.
    await knex.raw(
      `alter table seance_setting drop primary key, ${column}, add primary key (${key.join(', ')})`,
    );
    return;
  }
  // SQLite gives a table another key only by making it anew.
  await knex.schema.renameTable('seance_setting', 'seance_setting_before');
  await knex.schema.createTable('seance_setting', (table) => {
    if (hasPlatform) table.string('platform_id', 128).notNullable().defaultTo('');
    table.string('name', 64);
    table.text('value').notNullable();
    table.primary(key);
  });
  await knex.raw('insert into seance_setting (name, value) select name, value from seance_setting_before');
  await knex.schema.dropTable('seance_setting_before');
}
