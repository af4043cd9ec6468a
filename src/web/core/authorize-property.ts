import type { PropertyDeclaration } from 'lit';
import type { Authorize } from './authorize.js';

/** Another function in the place of one says who the same reader is; a first one, or none any more, is another reader. */
export const authorizeProperty: PropertyDeclaration<Authorize | undefined> = {
  attribute: false,
  hasChanged: (authorize, before) => Boolean(authorize) !== Boolean(before),
};
