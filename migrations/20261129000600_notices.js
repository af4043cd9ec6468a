import { bytewise } from './shared/bytewise.js';

/**
 * What people are told (ADR 0023). `derive_at` says from when on an event waits to become a part of what people, and other
 * systems, are told; it is null of all that happened before, and of what the version before writes: nobody is told of that.
 * Changes that belong together are one set, which is told when it closes.
 */

const ownId = 36;
const hostId = 128;
const instant = 20;

/** @param {import('knex').Knex} knex */
export async function up(knex) {
  await knex.schema.alterTable('seance_event', (table) => {
    // The transaction that it happened in.
    table.string('change_set', ownId);
    table.string('derive_at', instant);
    table.index(['derive_at', 'sequence'], 'seance_event_to_derive');
  });
  // One row, which whoever derives writes: one does at a time, also on a cluster.
  await knex.schema.createTable('seance_derivation', (table) => {
    table.integer('id').primary();
    table.integer('touches').notNullable().defaultTo(0);
  });
  await knex('seance_derivation').insert({ id: 1 });
  await knex.schema.createTable('seance_notice_set', (table) => {
    bytewise(knex, table);
    table.string('id', ownId).primary();
    table.string('kind', 16).notNullable();
    table.string('space_id', hostId).notNullable();
    table.string('change_set', ownId);
    // What it is about, of a set that no event makes and that there is once: a reminder.
    table.string('origin', 191);
    table.string('first_at', instant).notNullable();
    table.string('last_at', instant).notNullable();
    table.string('closes_at', instant).notNullable();
    // Who tells it, and until when nobody else does.
    table.string('claimed_by', ownId);
    table.string('claimed_until', instant);
    table.string('closed_at', instant);
    table.unique(['origin'], { indexName: 'seance_notice_set_once' });
    table.index(['closed_at', 'closes_at', 'id'], 'seance_notice_set_to_close');
    table.index(['change_set'], 'seance_notice_set_of_change');
  });
  // What a set says of one séance, to everybody who has to do with it or, with a user, to that one.
  await knex.schema.createTable('seance_notice_item', (table) => {
    bytewise(knex, table);
    table.string('set_id', ownId).notNullable();
    table.string('seance_id', ownId).notNullable();
    table.string('user_id', hostId).notNullable().defaultTo('');
    table.primary(['set_id', 'seance_id', 'user_id']);
    table.string('session_id', hostId).notNullable();
    table.string('series_id', ownId);
    // JSON.
    table.text('data', 'mediumtext').notNullable();
    table.index(['seance_id', 'set_id'], 'seance_notice_item_of_seance');
    table.index(['series_id', 'set_id'], 'seance_notice_item_of_series');
    table.index(['user_id', 'set_id'], 'seance_notice_item_of_user');
  });
  await knex.schema.createTable('seance_notice', (table) => {
    bytewise(knex, table);
    table.string('id', ownId).primary();
    table.string('set_id', ownId).notNullable();
    table.string('user_id', hostId).notNullable();
    table.string('space_id', hostId).notNullable();
    table.string('kind', 16).notNullable();
    table.string('told_at', instant).notNullable();
    table.string('read_at', instant);
    // JSON: the ids of the séances of the set that are the reader's; null for all of them.
    table.text('seance_ids', 'mediumtext');
    // Whether it comes with others of the day; when it is to be mailed, how often that was tried, and by whom; null for what is not, or was.
    table.boolean('is_daily').notNullable().defaultTo(false);
    table.string('mail_at', instant);
    table.integer('mail_attempts').notNullable().defaultTo(0);
    table.string('mail_claimed_by', ownId);
    table.string('mail_given_up_at', instant);
    table.unique(['set_id', 'user_id'], { indexName: 'seance_notice_once' });
    table.index(['user_id', 'told_at', 'id'], 'seance_notice_of_user');
    table.index(['user_id', 'read_at', 'told_at'], 'seance_notice_unread');
    table.index(['mail_at', 'id'], 'seance_notice_to_mail');
  });
  await knex.schema.createTable('seance_notice_preference', (table) => {
    bytewise(knex, table);
    table.string('user_id', hostId).notNullable();
    table.string('kind', 16).notNullable();
    table.primary(['user_id', 'kind']);
    table.string('choice', 8).notNullable();
  });
  // In which language and zone somebody reads, as their last request has said it.
  await knex.schema.createTable('seance_notice_reader', (table) => {
    bytewise(knex, table);
    table.string('user_id', hostId).primary();
    table.string('locale', 35).notNullable();
    table.string('time_zone', 64).notNullable();
  });
  // What administrators of a platform have decided, as JSON.
  await knex.schema.createTable('seance_notice_settings', (table) => {
    bytewise(knex, table);
    table.string('platform_id', hostId).primary();
    table.text('value', 'mediumtext').notNullable();
  });
  // Whom to remind is looked for in all spaces at once.
  await knex.schema.alterTable('seance', (table) => {
    table.index(['cancelled_at', 'deleted_at', 'starts_at'], 'seance_to_remind');
  });
  await mailNobody(knex);
}

/**
 * An upgrade mails nobody: platforms that have séances say so themselves.
 *
 * @param {import('knex').Knex} knex
 */
async function mailNobody(knex) {
  if ((await knex('seance').first('id')) === undefined) return;
  const others = await knex('seance_space').distinct('platform_id').pluck('platform_id');
  const platforms = [...new Set(['', ...others])];
  const value = JSON.stringify({ mail: false });
  await knex('seance_notice_settings').insert(platforms.map((id) => ({ platform_id: id, value })));
}

/** @param {import('knex').Knex} knex */
export async function down(knex) {
  await knex.schema.alterTable('seance', (table) => {
    table.dropIndex([], 'seance_to_remind');
  });
  for (const name of ['settings', 'reader', 'preference', 'item', 'set'])
    await knex.schema.dropTable(`seance_notice_${name}`);
  await knex.schema.dropTable('seance_notice');
  await knex.schema.dropTable('seance_derivation');
  await knex.schema.alterTable('seance_event', (table) => {
    table.dropIndex([], 'seance_event_to_derive');
  });
  for (const column of ['derive_at', 'change_set'])
    // Knex would make the table anew on SQLite, and write its key in another way.
    await knex.raw(`alter table seance_event drop column ${column}`);
}
