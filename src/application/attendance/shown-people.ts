import type { Named } from '../../domain/event/seance-event.js';
import { compareFolded } from '../../domain/text/fold.js';
import type { Person } from '../../ports/directory.js';
import { personView } from '../enrolment/enrolment-view.js';
import type { PresenceView } from './attendance-view.js';

/** Somebody of the host's as they are shown on sheets. */
export function shown(person: Person): PresenceView['user'] {
  const { id, name, detail } = personView(person);
  return { id, name, ...(detail !== undefined && { detail }) };
}

/** Somebody of a log: named as they were then, with what the host tells of them today. */
export function detailed(one: Named, person: Person | undefined): PresenceView['user'] {
  return person ? { ...shown(person), name: one.name } : one;
}

/** By last names, as lists of the host are; who is not known any more by the whole name. */
export function byName(known: ReadonlyMap<string, Person>) {
  const key = ({ id, name }: Named) => {
    const person = known.get(id);
    return person ? `${person.lastName} ${person.firstName}` : name;
  };
  return (one: Named, other: Named) => compareFolded(key(one), key(other)) || (one.id < other.id ? -1 : 1);
}
