import { bytewise } from './shared/bytewise.js';

/**
 * What a trainer or a place is locked by where the platform refuses clashes (ADR 0018): `touches` is what a transaction
 * changes of it, so that two who take the same meet there, on whichever node of a cluster (ADR 0015). A row is there once
 * somebody has asked.
 */

/** @param {import('knex').Knex} knex */
export async function up(knex) {
  await knex.schema.createTable('seance_resource', (table) => {
    table.string('kind', 16).notNullable();
    table.string('resource_id', 128).notNullable();
    table.integer('touches').notNullable();
    table.primary(['kind', 'resource_id']);
    bytewise(knex, table);
  });
}

/** @param {import('knex').Knex} knex */
export async function down(knex) {
  await knex.schema.dropTable('seance_resource');
}
