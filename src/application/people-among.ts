import { detailOf } from '../domain/text/person-detail.js';
import type { Person } from '../ports/directory.js';

/** Asks the host which of some ids are people of a session. */
type AskAmong = (ids: readonly string[]) => Promise<readonly Person[]>;

/** The directory takes at most so many ids at a time. */
const idsAtATime = 1_000;

/** Those of `ids` whom the host knows, each once, however many are asked about. */
export async function peopleAmong(ask: AskAmong, ids: readonly string[]): Promise<readonly Person[]> {
  const wanted = [...new Set(ids)];
  const found: Person[] = [];
  for (let from = 0; from < wanted.length; from += idsAtATime)
    found.push(...(await ask(wanted.slice(from, from + idsAtATime))));
  return found;
}

/** By id, what a view has beside a name. */
export type Details = ReadonlyMap<string, { readonly detail?: string }>;

/**
 * What the host tells of people today beside their names: names are kept, details are not. Of who has left the session it
 * tells nothing.
 */
export async function detailsAmong(ask: AskAmong, ids: readonly string[]): Promise<Details> {
  const found = await peopleAmong(ask, ids);
  return new Map(found.map((person) => [person.id, detailOf(person)]));
}
