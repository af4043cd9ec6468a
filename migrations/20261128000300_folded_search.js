/**
 * Searches and sorts look past signs that nobody sees, such as soft hyphens and joiners: what is stored for them loses
 * those that it has. Quotes and dashes stay in it, since a search asks for what is between them, so that the version
 * before, which writes what it always wrote, finds the same as before, and is found but for such signs.
 *
 * Rows are read in the order of their ids. Those that have such a sign are written, a batch in a transaction, and each
 * only if it still is what was read: an edit at the same time wins. What is interrupted can be run again.
 */

/** A transaction of its own for each batch: one over all rows would hold locks, and be too much for a cluster. */
export const config = { transaction: false };

/** As `src/domain/text/unseen.ts`, of texts that are folded already. */
const blank = /[\u0085\u2800\u{1d159}]/gu;
const seenFormat = String.raw`[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}]`;
const unseen = new RegExp(
  String.raw`(?!${seenFormat})[\p{Default_Ignorable_Code_Point}\p{Cf}]|(?![\t-\r])\p{Cc}`,
  'gu',
);

const folded = {
  seance: ['search_text', 'name_sort', 'group_sort'],
  seance_location: ['search_text', 'name_sort'],
  seance_enrolment: ['name_sort'],
};

const batchSize = 1_000;

/** @typedef {Record<string, string>} Row */

/** @param {import('knex').Knex} knex */
export async function up(knex) {
  for (const [table, columns] of Object.entries(folded)) {
    let last = '';
    for (;;) {
      /** @type {Row[]} */
      const rows = await knex(table)
        .select('id', ...columns)
        .where('id', '>', last)
        .orderBy('id')
        .limit(batchSize);
      await write(knex, table, columns, rows);
      if (rows.length < batchSize) break;
      last = rows.at(-1)?.['id'] ?? '';
    }
  }
}

/** What was taken away is not known, and the version before finds all the same. */
export async function down() {
  await Promise.resolve();
}

/**
 * @param {import('knex').Knex} knex
 * @param {string} table
 * @param {string[]} columns
 * @param {Row[]} rows
 */
async function write(knex, table, columns, rows) {
  const changes = rows.flatMap((row) => {
    const changed = columns.filter((column) => hasUnseen(row[column] ?? ''));
    const after = changed.map((column) => [column, withoutUnseen(row[column] ?? '')]);
    return changed.length === 0 ? [] : [{ row, after: Object.fromEntries(after) }];
  });
  if (changes.length === 0) return;
  await knex.transaction(async (transaction) => {
    for (const { row, after } of changes) await transaction(table).where(row).update(after);
  });
}

/** @param {string} text */
function hasUnseen(text) {
  return text.search(blank) !== -1 || text.search(unseen) !== -1;
}

/** @param {string} text */
function withoutUnseen(text) {
  return text
    .split('\n')
    .map((line) => line.replace(blank, ' ').replace(unseen, '').replace(/ +/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}
