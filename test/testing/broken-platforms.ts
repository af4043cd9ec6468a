import { breakage, type Breakage } from './breakage.js';

/** Hosts of several platforms that mix them up. */
export const platforms: readonly Breakage[] = [
  breakage('identity', 'has one platform', 'says of which platform an actor is', () => ({
    identify: () => Promise.resolve({ id: 't1', name: 'Anh Thao PHAM', locale: 'fr', timeZone: 'UTC' }),
  })),
  breakage(
    'directory',
    'forgets whose spaces are',
    'says of a space that it is of the platform of those who may open it',
    () => ({ space: (id) => Promise.resolve({ id, name: id }) }),
  ),
  breakage(
    'directory',
    'takes every space for one of the platform that asks',
    'says of a space of another platform that it is of that one',
    () => ({ space: (id) => Promise.resolve({ id, name: id, platformId: 'P' }) }),
  ),
];
