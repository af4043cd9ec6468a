import { scopes } from '../../../domain/series/series-scope.js';
import { byDefault, object, oneOf } from './object.js';

export const scope = byDefault(oneOf(...scopes), 'this').description(
  'Which séances of its series are meant: following is itself and those that start later.',
);

export const scopeQuery = object({ scope });
