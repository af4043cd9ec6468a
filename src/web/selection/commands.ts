import type { Command } from '../core/command.js';
import type { Seance } from '../seance/seance.js';

declare module '../core/command.js' {
  interface Commands {
    /** Changes séances that were ticked; `untick` is called once they are changed. */
    readonly 'edit-selection': { readonly seances: readonly Seance[]; readonly untick: () => void };
    /** Cancels those of them that are not cancelled yet; `untick` as above. */
    readonly 'cancel-selection': { readonly seances: readonly Seance[]; readonly untick: () => void };
  }
}

/** What is done with séances that were ticked, deleting apart. */
export type SelectionCommand = Extract<Command, { readonly does: 'edit-selection' | 'cancel-selection' }>;
