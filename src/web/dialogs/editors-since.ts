import type { EventType } from '../client/history.js';
import type { Seance } from '../client/seance.js';
import type { SeancesClient } from '../client/seances-client.js';

/** What gives a séance a new version. */
const newVersions: ReadonlySet<EventType> = new Set(['seance.edited', 'seance.deleted', 'seance.restored']);

/** Who edited a séance, and when the last of them did, as a UTC instant. */
export interface Editors {
  readonly names: readonly string[];
  readonly at: string;
}

/**
 * Who made `newer` of `stored`: each change of the séance itself gives it its next version. Undefined when nobody can say, because the
 * reader may not see the history, or its people are forgotten.
 */
export async function editorsSince(
  client: SeancesClient,
  stored: Seance,
  newer: Seance,
): Promise<Editors | undefined> {
  try {
    const { items } = await client.readHistory(newer.id, 1, 100);
    const since = items.filter(({ type }) => newVersions.has(type)).slice(0, newer.version - stored.version);
    const edits = since.filter(({ type }) => type === 'seance.edited');
    const names = [...new Set(edits.map(({ actor }) => actor?.name ?? '').filter(Boolean))];
    const [last] = edits;
    return last && names.length > 0 ? { names, at: last.at } : undefined;
  } catch {
    return undefined;
  }
}
