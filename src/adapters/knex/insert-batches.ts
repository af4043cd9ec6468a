/** Below SQLite's 32,766 placeholders in a statement, and MySQL's 65,535. */
const mostValues = 30_000;
/** Knex writes rows for SQLite as a union of selects, which takes 500. */
const mostUnions = 500;
/** Four bytes each, and still well below the 16 MiB that MariaDB takes in a packet. */
const mostCharacters = 2_000_000;

/** `rows` in as few multi-row INSERTs as the engines allow. All rows have the same columns. */
export function insertBatches<Row extends object>(rows: readonly Row[]): readonly Row[][] {
  const mostRows = Math.min(
    mostUnions,
    Math.floor(mostValues / Math.max(1, Object.keys(rows[0] ?? {}).length)),
  );
  const batches: Row[][] = [];
  let characters = Infinity;
  for (const row of rows) {
    const length = charactersIn(row);
    if (characters + length > mostCharacters || (batches.at(-1)?.length ?? 0) === mostRows) {
      batches.push([]);
      characters = 0;
    }
    batches.at(-1)?.push(row);
    characters += length;
  }
  return batches;
}

export function chunks<T>(values: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, index) =>
    values.slice(index * size, (index + 1) * size),
  );
}

function charactersIn(row: object): number {
  return Object.values(row).reduce<number>(
    (sum, value) => sum + (typeof value === 'string' ? value.length : 0),
    0,
  );
}
