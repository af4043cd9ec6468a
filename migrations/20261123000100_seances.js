import { bytewise } from './shared/bytewise.js';

/**
 * Séances, their trainers, groups and places; settings; results of writes by idempotency key.
 *
 * Times are text (ADR 0002). There are no foreign keys: the plugin is the only writer, and rows of one space must be
 * able to live on a shard of their own (ADR 0004). Indexes of lists start with the space and the session, then the
 * sort, then what makes the order total.
 */

const hostId = 128;
const ownId = 36;
const wallTime = 16;
const instant = 20;

/** @param {import('knex').Knex} knex */
export async function up(knex) {
  await knex.schema.createTable('seance', (table) => {
    bytewise(knex, table);
    table.string('id', ownId).primary();
    table.string('space_id', hostId).notNullable();
    table.string('session_id', hostId).notNullable();
    table.string('name', 255).notNullable();
    table.string('name_sort', 191).notNullable();
    table.text('description', 'mediumtext').notNullable();
    table.text('extra_info', 'mediumtext').notNullable();
    table.text('search_text', 'mediumtext').notNullable();
    table.string('start_local', wallTime).notNullable();
    table.string('end_local', wallTime).notNullable();
    table.string('time_zone', 64).notNullable();
    table.string('starts_at', instant).notNullable();
    table.string('ends_at', instant).notNullable();
    table.string('enrolment_mode', 16).notNullable();
    table.integer('capacity');
    table.integer('capacity_sort').notNullable();
    table.integer('enrolled_count').notNullable().defaultTo(0);
    table.integer('waiting_count').notNullable().defaultTo(0);
    table.string('location_id', hostId);
    table.string('group_id', ownId);
    table.string('group_sort', 191).notNullable();
    table.boolean('in_agenda').notNullable();
    table.string('origin', 16).notNullable();
    table.integer('version').notNullable();
    table.string('created_by', hostId).notNullable();
    table.string('created_at', instant).notNullable();
    table.string('updated_at', instant).notNullable();
    table.string('deleted_at', instant);
    table.string('deleted_by', hostId);
    for (const [name, ...columns] of [
      ['start', 'starts_at'],
      ['end', 'ends_at', 'starts_at'],
      ['name', 'name_sort', 'starts_at'],
      ['capacity', 'capacity_sort', 'starts_at'],
      ['mode', 'enrolment_mode', 'starts_at'],
      ['group', 'group_sort', 'starts_at'],
    ]) {
      table.index(['space_id', 'session_id', 'deleted_at', ...columns, 'id'], `seance_by_${name}`);
    }
    table.index(['group_id'], 'seance_of_group');
    // Clashes are looked for across spaces, among what has not ended yet: by place here, by trainer below.
    table.index(['location_id', 'ends_at', 'starts_at'], 'seance_at_location');
  });

  await knex.schema.createTable('seance_trainer', (table) => {
    bytewise(knex, table);
    table.string('seance_id', ownId).notNullable();
    table.string('user_id', hostId).notNullable();
    table.string('name', 255).notNullable();
    table.integer('position').notNullable();
    table.string('starts_at', instant).notNullable();
    table.string('ends_at', instant).notNullable();
    table.primary(['seance_id', 'user_id']);
    table.index(['user_id', 'ends_at', 'starts_at', 'seance_id'], 'seance_trainer_by_time');
  });

  await knex.schema.createTable('seance_group', (table) => {
    bytewise(knex, table);
    table.string('id', ownId).primary();
    table.string('space_id', hostId).notNullable();
    table.string('session_id', hostId).notNullable();
    table.string('name', 255).notNullable();
    table.string('name_key', 255).notNullable();
    table.integer('enrolment_limit').notNullable();
    table.unique(['space_id', 'session_id', 'name_key'], { indexName: 'seance_group_by_name' });
  });

  await knex.schema.createTable('seance_location', (table) => {
    bytewise(knex, table);
    table.string('id', hostId).primary();
    table.string('name', 255).notNullable();
    table.string('name_sort', 191).notNullable();
    table.text('search_text').notNullable();
    for (const part of ['street', 'street_number', 'box', 'postal_code', 'city', 'country', 'phone']) {
      table.string(part, 255).notNullable();
    }
    table.boolean('from_host').notNullable();
    table.index(['from_host', 'name_sort', 'id'], 'seance_location_by_name');
  });

  await knex.schema.createTable('seance_setting', (table) => {
    bytewise(knex, table);
    table.string('name', 64).primary();
    table.text('value').notNullable();
  });

  await knex.schema.createTable('seance_idempotency', (table) => {
    bytewise(knex, table);
    table.string('actor_id', hostId).notNullable();
    table.string('idempotency_key', 255).notNullable();
    table.string('fingerprint', 64).notNullable();
    table.text('result', 'mediumtext');
    table.string('created_at', instant).notNullable();
    table.primary(['actor_id', 'idempotency_key']);
    table.index(['created_at'], 'seance_idempotency_by_age');
  });
}

/** @param {import('knex').Knex} knex */
export async function down(knex) {
  for (const table of ['idempotency', 'setting', 'location', 'group', 'trainer']) {
    await knex.schema.dropTable(`seance_${table}`);
  }
  await knex.schema.dropTable('seance');
}
