import type { Knex } from 'knex';
import type { Instant } from '../../domain/time/schedule.js';
import type { SeanceRow } from './tables.js';

/** What says which version the entry of a séance has, and since when. */
type EntryRow = Pick<SeanceRow, 'version' | 'updated_at' | 'entry_changes' | 'entry_changed_at'>;

/** Counts a change of what calendars show of séances. */
export async function touchEntries(seances: Knex.QueryBuilder<SeanceRow>, at: Instant): Promise<void> {
  await seances.update({ entry_changed_at: at }).increment('entry_changes', 1);
}

/** Grows with each change of the séance, and with each other change of what calendars show of it. */
export function entryVersionOf({ version, entry_changes: more }: EntryRow): number {
  return version + more;
}

export function entryChangedAt({ updated_at: updated, entry_changed_at: changed }: EntryRow): Instant {
  return changed !== null && changed > updated ? changed : updated;
}
