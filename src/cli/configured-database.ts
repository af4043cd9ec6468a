import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Database } from '../adapters/knex/dialect.js';

/**
 * The database that a file names: JSON, or a module, whose default export is what the platform gives the plugin.
 *
 * @throws Error when the file cannot be read, or names none.
 */
export async function configuredDatabase(file: string): Promise<Database> {
  const named = await contentOf(file).catch((cause: unknown) => {
    throw new Error(`The configuration ${file} cannot be read: ${(cause as Error).message}`, { cause });
  });
  if (!isDatabase(named))
    throw new Error(`The configuration ${file} is no address, Knex configuration or Knex instance.`);
  return named;
}

async function contentOf(file: string): Promise<unknown> {
  if (file.endsWith('.json')) return JSON.parse(await readFile(file, 'utf8')) as unknown;
  const module = (await import(pathToFileURL(resolve(file)).href)) as { readonly default?: unknown };
  return module.default;
}

function isDatabase(named: unknown): named is Database {
  return (
    typeof named === 'string' || typeof named === 'function' || (typeof named === 'object' && named !== null)
  );
}
