import type { CalendarPage } from './calendar-page.js';

declare module '../core/command.js' {
  interface Commands {
    /** Shows a page of the calendar, or the table. */
    readonly view: { readonly calendar: CalendarPage | undefined };
  }
}
