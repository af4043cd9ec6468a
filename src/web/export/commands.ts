import type { Command } from '../core/command.js';
import type { Seance } from '../seance/seance.js';
import type { ExportedList, ExportFormat } from './export.js';

declare module '../core/command.js' {
  interface Commands {
    /** Saves a list as a file. */
    readonly export: { readonly list: ExportedList; readonly format: ExportFormat };
    /** Saves a séance as iCalendar, where a link would not say who asks. */
    readonly 'calendar-file': { readonly seance: Seance };
    /**
     * Draws the sheet that is signed on paper into a window, which is empty: browsers open one only at the very click.
     * Null when they did not even then.
     */
    readonly 'sign-sheet': { readonly seance: Seance; readonly paper: Window | null };
  }
}

/** What takes something out of the tool. */
export type ExportCommand = Extract<Command, { readonly does: 'export' | 'calendar-file' | 'sign-sheet' }>;
