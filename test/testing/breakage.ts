import type { Location, PageOf, Person } from '../../src/index.js';
import { person, type FakeHost, type HostUnderTest } from '../../src/testing/index.js';

/** A host that breaks a promise, in the way that hosts do. */
export interface Breakage {
  readonly what: string;
  /** Title of the promise. */
  readonly breaks: string;
  readonly broken: (host: FakeHost) => HostUnderTest<undefined>;
}

export type Search = Parameters<FakeHost['directory']['learners']>[1];

type Ports = Required<HostUnderTest<undefined>>;
type Break<Port extends keyof FakeHost & keyof Ports> = (host: FakeHost) => Partial<Ports[Port]>;

/** A host that is complete, but for some methods of one port. */
export function breakage<Port extends keyof FakeHost & keyof Ports>(
  port: Port,
  what: string,
  breaks: string,
  methodsOf: Break<Port>,
): Breakage {
  return {
    what,
    breaks: `${port}: ${breaks}`,
    broken: (host) => ({ ...host.ports, [port]: overridden(host[port], methodsOf(host)) }),
  };
}

/** What the `FakeHost` would say of `search` if it compared letter by letter. */
export function literally(people: PageOf<Person>, { q = '', page, size }: Search): PageOf<Person> {
  const found = people.items.filter(({ name }) => q.split(' ').every((word) => name.includes(word)));
  return paged(found, { page, size });
}

export function paged<T>(found: readonly T[], { page, size }: Pick<Search, 'page' | 'size'>): PageOf<T> {
  return { items: found.slice((page - 1) * size, page * size), total: found.length };
}

/** Small letters after capitals, and accents after both. */
export function bytewise(people: readonly Person[]): readonly Person[] {
  return people.toSorted((a, b) => (a.lastName < b.lastName ? -1 : Number(a.lastName > b.lastName)));
}

export function strangers(ids: readonly string[]): readonly Person[] {
  return ids.map((id) => person(id, 'Some', 'BODY'));
}

export function incompletePlace(id: string): Location {
  return { id, name: 'Salle Érasme' } as Location;
}

/** Keeps its state in the original: only the methods are other ones. */
export function overridden<T extends object>(port: T, methods: object): T {
  return new Proxy(port, {
    get(target, name) {
      const own: unknown = Reflect.get(methods, name) ?? Reflect.get(target, name);
      return typeof own === 'function' ? (own.bind(target) as unknown) : own;
    },
  });
}
