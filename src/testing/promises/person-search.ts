import assert from 'node:assert/strict';
import type { PageOf } from '../../domain/page.js';
import type { PersonSearch } from '../../ports/directory.js';

interface Named {
  readonly id: string;
  readonly name: string;
}

type Search<T> = (search: PersonSearch) => Promise<PageOf<T>>;

const firstPage = { page: 1, size: 1_000 };

/**
 * Fails unless everything is found by its name in any case, without its accents and with its words turned round, and
 * not by words that it does not have. Ligatures and apostrophes are asked for as they are written.
 */
export async function assertSearchable<T extends Named>(search: Search<T>): Promise<void> {
  const { items, total } = await search(firstPage);
  assert.ok(items.length > 0, 'there is nothing to search in');
  for (const item of withHardNames(items)) {
    const words = item.name.split(' ');
    await assertFound(search, item, item.name);
    await assertFound(search, item, item.name.toUpperCase());
    await assertFound(search, item, withoutAccents(item.name).toLowerCase());
    await assertFound(search, item, words.toReversed().join(' '));
    await assertNotFound(search, `${words[0] ?? ''} xqzwvk`);
  }
  for (const wildcard of ['%', '_', '*']) {
    const wrong = (await search({ ...firstPage, q: wildcard })).items.find(
      ({ name }) => !name.includes(wildcard),
    );
    assert.equal(wrong?.name, undefined, `"${wildcard}" is not searched for as it is written`);
  }
  assert.equal((await search(firstPage)).total, total);
}

/** The first item, and the first one whose name is written with accents. */
function withHardNames<T extends Named>(items: readonly T[]): readonly T[] {
  const accented = items.find(({ name }) => withoutAccents(name) !== name.normalize());
  return [...items.slice(0, 1), ...(accented ? [accented] : [])];
}

function withoutAccents(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').normalize();
}

async function assertFound<T extends Named>(search: Search<T>, item: T, q: string): Promise<void> {
  const { items, total } = await search({ ...firstPage, q });
  assert.ok(
    items.some(({ id }) => id === item.id),
    `"${q}" does not find "${item.name}"`,
  );
  assert.ok(total >= items.length, `"${q}" finds ${items.length} and tells a total of ${total}`);
  const single = await search({ page: 1, size: 1, q });
  assert.equal(single.total, total, `"${q}" has another total on a page of one`);
}

async function assertNotFound<T extends Named>(search: Search<T>, q: string): Promise<void> {
  const { items, total } = await search({ ...firstPage, q });
  assert.deepEqual([items.length, total], [0, 0], `"${q}" finds what does not have all of its words`);
}
