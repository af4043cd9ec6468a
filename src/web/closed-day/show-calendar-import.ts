import type { ImportResult } from '../administration/admin-client.js';
import type { AdminDesk } from '../administration/admin-desk.js';

/** Lets the reader choose a calendar file, look at what is in it, and import it. */
export async function showCalendarImport(
  container: HTMLElement | DocumentFragment,
  { locale, client }: AdminDesk,
): Promise<ImportResult | undefined> {
  const [{ CalendarImport }, { showModal }] = await Promise.all([
    import('./calendar-import.js'),
    import('../core/modal-dialog.js'),
  ]);
  const dialog = new CalendarImport();
  Object.assign(dialog, { locale, texts: locale, client });
  return showModal(container, dialog);
}
