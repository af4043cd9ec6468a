/**
 * Makes MySQL compare the text of a table as SQLite does, byte by byte: the plugin folds case and accents itself.
 *
 * @param {import('knex').Knex} knex
 * @param {import('knex').Knex.CreateTableBuilder} table
 */
export function bytewise(knex, table) {
  if (!/mysql|maria/.test(knex.client.driverName)) return;
  table.charset('utf8mb4');
  table.collate('utf8mb4_bin');
}
