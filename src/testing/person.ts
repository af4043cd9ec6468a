import type { Person } from '../ports/directory.js';

/** A person whose whole name is both names, the first one first. */
export function person(id: string, firstName: string, lastName: string): Person {
  return { id, firstName, lastName, name: `${firstName} ${lastName}` };
}
