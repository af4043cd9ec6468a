import type { Seance } from './seance.js';
import type { SeancesClient } from '../space/seances-client.js';

/** Who edited a séance, and when the last of them did, as a UTC instant. */
export interface Editors {
  readonly names: readonly string[];
  readonly at: string;
}

/**
 * Who made `newer` of `stored`: each change of the séance itself gives it its next version. Undefined when nobody can
 * say, because its people are forgotten or the server does not answer.
 */
export async function editorsSince(
  client: SeancesClient,
  stored: Seance,
  newer: Seance,
): Promise<Editors | undefined> {
  try {
    const since = (await client.listEdits(newer.id)).slice(0, newer.version - stored.version);
    const edits = since.filter(({ type }) => type === 'seance.edited');
    const names = [...new Set(edits.map(({ actor }) => actor?.name ?? '').filter(Boolean))];
    const [last] = edits;
    return last && names.length > 0 ? { names, at: last.at } : undefined;
  } catch {
    return undefined;
  }
}
