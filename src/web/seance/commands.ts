import type { WishedTime } from './form-values.js';
import type { Move } from './move.js';
import type { SeanceActionName } from './seance-actions.js';
import type { SeanceSearch } from './seance-search.js';
import type { Seance } from './seance.js';

declare module '../core/command.js' {
  interface Commands {
    /** Shows other séances, or in another order. */
    readonly list: { readonly changes: Partial<SeanceSearch>; readonly history: 'push' | 'replace' };
    /** Opens the form for a new séance, at a time that was chosen already if one was. */
    readonly create: { readonly wish?: WishedTime };
    /** Shows the reader's own calendar feed. */
    readonly subscribe: object;
    /** Shows what the reader was told. */
    readonly 'read-notices': object;
    readonly open: { readonly id: string };
    /** Shows the list, or the calendar, that the reader came from. */
    readonly back: object;
    readonly act: { readonly action: SeanceActionName; readonly seance: Seance };
    /** Asks whether to move a séance; `settle` is called when it is, or is not, moved. */
    readonly move: { readonly move: Move; readonly settle: () => void };
  }
}
