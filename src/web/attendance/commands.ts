import type { Command } from '../core/command.js';
import type { Seance } from '../seance/seance.js';

declare module '../core/command.js' {
  interface Commands {
    /** Shows the sheet of presence of a séance. */
    readonly 'open-sheet': Pick<Seance, 'id'>;
    /** Has the reader confirm that they are there. `isWaiting` for a ticket that this browser keeps, and no code. */
    readonly 'check-in': { readonly isWaiting: boolean };
    /** Shows the reader their own hours. */
    readonly 'my-attendance': object;
    /** Shows the hours of a session. */
    readonly hours: object;
  }
}

/** What somebody asks about their own presence. */
export type OwnAttendanceCommand = Extract<Command, { readonly does: 'check-in' | 'my-attendance' }>;
