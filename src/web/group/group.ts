import type { SeanceGroup } from '../seance/seance.js';

/** What became of a group that was edited. */
export interface GroupResult {
  readonly group: SeanceGroup;
  readonly isDeleted: boolean;
}
