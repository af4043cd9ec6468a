import { bytewise } from './shared/bytewise.js';

/**
 * Addresses that are told what happens on a platform, and what each was told. Of what happened before, and of what the
 * version before writes, nobody is told.
 */

const ownId = 36;
const hostId = 128;
const instant = 20;

/** @param {import('knex').Knex} knex */
export async function up(knex) {
  await knex.schema.createTable('seance_webhook', (table) => {
    bytewise(knex, table);
    table.string('id', ownId).primary();
    table.string('platform_id', hostId).notNullable();
    table.text('url').notNullable();
    // JSON.
    table.text('types').notNullable();
    table.string('secret', 64).notNullable();
    // Signs beside the other until then.
    table.string('previous_secret', 64);
    table.string('previous_until', instant);
    table.string('paused_at', instant);
    table.string('pause_reason', 16);
    // Until when nothing is sent: somebody sends already, or the last attempt failed.
    table.string('held_until', instant).notNullable().defaultTo('');
    table.string('claimed_by', ownId);
    table.string('created_at', instant).notNullable();
    table.index(['platform_id', 'created_at', 'id'], 'seance_webhook_of_platform');
  });
  await knex.schema.createTable('seance_webhook_delivery', (table) => {
    bytewise(knex, table);
    // In which they are sent.
    table.bigIncrements('sequence');
    table.string('id', ownId).notNullable();
    table.string('webhook_id', ownId).notNullable();
    table.string('event_id', ownId).notNullable();
    table.string('type', 64).notNullable();
    table.text('payload', 'mediumtext').notNullable();
    table.string('state', 16).notNullable();
    table.integer('attempts').notNullable().defaultTo(0);
    table.string('created_at', instant).notNullable();
    // What came of the last attempt.
    table.string('tried_at', instant);
    table.integer('status');
    table.string('fault', 16);
    table.string('detail', 255).notNullable().defaultTo('');
    table.unique(['id'], { indexName: 'seance_webhook_delivery_id' });
    table.unique(['webhook_id', 'event_id'], { indexName: 'seance_webhook_delivery_once' });
    table.index(['webhook_id', 'state', 'sequence'], 'seance_webhook_delivery_of_state');
    table.index(['webhook_id', 'sequence'], 'seance_webhook_delivery_of_webhook');
    table.index(['created_at'], 'seance_webhook_delivery_by_age');
  });
}

/** @param {import('knex').Knex} knex */
export async function down(knex) {
  await knex.schema.dropTable('seance_webhook_delivery');
  await knex.schema.dropTable('seance_webhook');
}
