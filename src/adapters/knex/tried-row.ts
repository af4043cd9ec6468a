import type { OpenDatabase } from './dialect.js';

/** Nothing is wrong with the database, but with how it is read. */
export class UnfitConnection extends Error {}

const sent = { seances_text: 'Été 🎓', seances_number: 1 };

/**
 * Has one row go through connections that the host describes or opens, which may name and convert what they read in ways
 * of their own: every answer of the plugin would be wrong with these. Needs no table, and writes nothing.
 *
 * @throws UnfitConnection that says what comes back otherwise, and what does it.
 */
export async function tryRow({ knex, prepared }: OpenDatabase): Promise<void> {
  if (prepared) return;
  const [row] = (await knex.select(
    // Five signs, unless the connection counts the last for two, and stores it as such.
    knex.raw('substr(?, 1, 5) as ??', [sent.seances_text, 'seances_text']),
    // A large number, to drivers, of which some give every one as text.
    knex.raw('count(*) as ??', ['seances_number']),
  )) as readonly Readonly<Record<string, unknown>>[];
  const difference = differenceIn(row ?? {});
  if (difference !== undefined)
    throw new UnfitConnection(`The database cannot be used through this Knex: ${difference}`);
}

function differenceIn(row: Readonly<Record<string, unknown>>): string | undefined {
  const columns = Object.keys(row).join(', ');
  if (columns !== Object.keys(sent).join(', '))
    return (
      `the columns ${Object.keys(sent).join(', ')} are called ${columns} when they are read. Give the plugin one ` +
      'without postProcessResponse, wrapIdentifier, and mappers of names.'
    );
  if (row['seances_text'] !== sent.seances_text)
    return `the text "${sent.seances_text}" comes back as "${String(row['seances_text'])}". Set charset to utf8mb4.`;
  if (row['seances_number'] !== sent.seances_number)
    return (
      `the number 1 comes back as a ${typeof row['seances_number']}. Give the plugin one without bigNumberStrings, ` +
      'typeCast, and the like.'
    );
  return undefined;
}
