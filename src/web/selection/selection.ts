import type { SelectionEdit } from '../wire.gen.js';

export type { SelectionEdit } from '../wire.gen.js';

/** What is changed of several séances at once. Hours are those of the clocks of each, on its own days. */
export type SelectionChanges = SelectionEdit['changes'];
