import type { Seance } from '../seance/seance.js';

declare module '../core/command.js' {
  interface Commands {
    /** Shows the sheet of presence of a séance. */
    readonly 'open-sheet': Pick<Seance, 'id'>;
  }
}
