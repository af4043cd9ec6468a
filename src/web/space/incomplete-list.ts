import type { Workplace } from './workplace.js';

/** What staff read with a list of the space's people where the platform may not have told of everybody; empty elsewhere. */
export function incompleteListNote({ space, locale }: Pick<Workplace, 'space' | 'locale'>): string {
  return space.listsEverybody ? '' : locale.text('people.incomplete');
}
