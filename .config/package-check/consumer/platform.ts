// The platform that the integrators' guide writes a host for: one room, one session, users who are known by a cookie.
import type { Actor, Contact, HostGroup, PageOf, Person, PersonSearch, TrainingSession } from 'seances';

type Role = 'trainer' | 'learner';

interface User extends Actor, Person {
  readonly role?: Role;
}

function user(id: string, firstName: string, lastName: string, role?: Role): User {
  const name = `${firstName} ${lastName}`;
  const person = { id, name, firstName, lastName, locale: 'fr-BE', timeZone: 'Europe/Brussels' };
  return role ? { ...person, role } : person;
}

const everybody = [
  user('trainer1', 'Anne', 'Durand', 'trainer'),
  user('learner1', 'Zoé', 'Aubert', 'learner'),
  user('learner2', 'Luc', 'Bernard', 'learner'),
  user('learner3', 'Ève', 'Caron', 'learner'),
  user('admin', 'Ada', 'Martin'),
  user('outsider', 'Gil', 'Petit'),
];
const room = { id: 'demo', name: 'Demo' };
const session: TrainingSession = {
  id: 'demo-2026',
  name: '2026',
  startsOn: '2026-01-01',
  endsOn: null,
  timeZone: 'Europe/Paris',
};

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function inSession(sessionId: string, role: Role): readonly User[] {
  return sessionId === session.id ? everybody.filter((one) => one.role === role) : [];
}

export const users = {
  ofCookie: async (cookie = ''): Promise<User | null> => {
    const id = /(?:^|; )user=([^;]+)/.exec(cookie)?.[1];
    return Promise.resolve(everybody.find((one) => one.id === id) ?? null);
  },
  isAdministrator: async (id: string): Promise<boolean> => Promise.resolve(id === 'admin'),
};

export const rooms = {
  find: async (id: string) => Promise.resolve(id === room.id ? room : undefined),
  roleIn: async (id: string, userId: string) =>
    Promise.resolve(id === room.id ? everybody.find((one) => one.id === userId)?.role : undefined),
};

export const sessions = {
  ofRoom: async (id: string) => Promise.resolve(id === room.id ? [session] : []),
  members: async (
    id: string,
    role: Role,
    search: PersonSearch & { readonly groupId?: string | undefined },
  ) => {
    const { q = '', page, size, groupId } = search;
    const words = folded(q).split(/\s+/);
    const found = inSession(id, role).filter(
      ({ name }) => groupId === undefined && words.every((word) => folded(name).includes(word)),
    );
    const items = found.slice((page - 1) * size, page * size);
    return Promise.resolve({ items, total: found.length });
  },
  membersAmong: async (id: string, role: Role, ids: readonly string[]) =>
    Promise.resolve(inSession(id, role).filter((one) => ids.includes(one.id))),
  count: async (id: string, role: Role) => Promise.resolve(inSession(id, role).length),
  groups: async (_id: string, _search: PersonSearch): Promise<PageOf<HostGroup>> =>
    Promise.resolve({ items: [], total: 0 }),
  isManager: async (_id: string, _userId: string) => Promise.resolve(false),
};

export const contacts = {
  of: async (userIds: readonly string[]): Promise<readonly Contact[]> =>
    Promise.resolve(userIds.map((userId) => ({ userId, address: `${userId}@campus.example` }))),
};

export const mails = {
  queue: async (_userId: string, _mail: object): Promise<'queued' | 'no such address'> =>
    Promise.resolve('queued'),
};

export function actorOf(id: string): Actor {
  const found = everybody.find((one) => one.id === id);
  if (!found) throw new Error(`nobody is called ${id}`);
  return found;
}

/** A request of somebody, as a bridge hands it over; of nobody who is signed in without `id`. */
export function requestOf(id: string | undefined) {
  const headers: Record<string, string> = id === undefined ? {} : { cookie: `theme=dark; user=${id}` };
  return {
    request: new Request('http://host.example/', { method: 'POST', body: '{}', headers }),
    context: { request: { headers } },
  };
}
