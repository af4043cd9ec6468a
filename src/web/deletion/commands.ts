import type { Seance } from '../seance/seance.js';
import type { Restoration } from './deletion.js';

declare module '../core/command.js' {
  interface Commands {
    readonly delete: { readonly seances: readonly Seance[] };
    readonly 'open-bin': object;
    readonly restore: { readonly restoration: Restoration; readonly count: number };
  }
}
