import type { ImportResult } from '../administration/admin-client.js';
import type { AdminDesk } from '../administration/admin-desk.js';
import { openDialog, type Container } from '../core/open-dialog.js';

/** Lets the reader choose a calendar file, look at what is in it, and import it. */
export function showCalendarImport(container: Container, desk: AdminDesk): Promise<ImportResult | undefined> {
  return openDialog(
    container,
    () => import('./calendar-import.js'),
    ({ CalendarImport }) => new CalendarImport(desk),
  );
}
