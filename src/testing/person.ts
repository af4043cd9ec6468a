import type { Person } from '../ports/directory.js';

/** A person whose whole name is both names, the first one first. @param detail what tells them from their namesakes. */
export function person(id: string, firstName: string, lastName: string, detail?: string): Person {
  return {
    id,
    firstName,
    lastName,
    name: `${firstName} ${lastName}`,
    ...(detail !== undefined && { detail }),
  };
}
