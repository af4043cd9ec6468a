import type { Knex } from 'knex';
import type { CalendarDate } from '../../domain/time/wall-time.js';

/**
 * Keeps the séances `s` that are on a day from `from` to `to`. One is on each day from that of its start to `lastDateOf` it:
 * one that ends at midnight is not on the day that begins then.
 */
export function onDays(
  found: Knex.QueryBuilder,
  { from, to }: { readonly from?: CalendarDate | undefined; readonly to?: CalendarDate | undefined },
): void {
  if (from) void found.where('s.end_local', '>', `${from}T00:00`);
  if (to) void found.where('s.start_local', '<', `${to}T24`);
}
