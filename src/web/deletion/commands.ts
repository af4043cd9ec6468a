import type { Seance } from '../seance/seance.js';
import type { Restoring } from './deletion.js';

declare module '../core/command.js' {
  interface Commands {
    readonly delete: { readonly seances: readonly Seance[] };
    readonly 'open-bin': object;
    readonly restore: Restoring;
  }
}
