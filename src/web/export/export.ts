import type { SeanceSearch } from '../seance/seance-search.js';
import type { Seance } from '../seance/seance.js';
import type { Enrolment } from '../wire.gen.js';

export const exportFormats = ['xlsx', 'csv'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** A list with what narrows it. It is taken along whole, whatever page of it is shown. */
export type ExportedList =
  | { readonly of: 'seances'; readonly search: SeanceSearch }
  | {
      readonly of: 'participants';
      readonly seance: Seance;
      readonly q: string;
      /** Only those; empty for all. */
      readonly status: Enrolment['status'] | '';
    };
