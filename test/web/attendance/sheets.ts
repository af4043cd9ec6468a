import type { Entry, Slot } from '../../../src/web/attendance/attendance.js';

/** Somebody on a sheet, called as their id is. */
export function entryOf(id: string, more: Partial<Entry> = {}): Entry {
  const user = { id, name: id };
  return { ...{ user, mark: null, by: null, at: null, source: null, signed: false }, ...more };
}

/** A morning in Brussels, open. */
export function slotOf(more: Partial<Slot> = {}): Slot {
  return {
    ...{ id: 1, start: '2026-12-07T09:00', end: '2026-12-07T13:00', timeZone: 'Europe/Brussels' },
    ...{ startsAt: '2026-12-07T08:00:00Z', endsAt: '2026-12-07T12:00:00Z', opensAt: '2026-12-07T07:45:00Z' },
    ...{ minutes: 240, state: 'open', checkIn: null, closed: null, entries: [] },
    ...more,
  };
}
