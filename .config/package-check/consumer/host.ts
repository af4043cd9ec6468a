// The least that a host can be: one space, one session, three learners, users named by a header.
import type { Actor, PageOf, PageRequest, Person, SeancesHost } from 'seances';
import type { NodeContext } from 'seances/node';

const person = (id: string, firstName: string, lastName: string): Person => ({
  id,
  name: `${firstName} ${lastName}`,
  firstName,
  lastName,
});

const trainers = [person('trainer', 'Anne', 'Durand')];
const learners = [
  person('l1', 'Zoé', 'Aubert'),
  person('l2', 'Luc', 'Bernard'),
  person('l3', 'Ève', 'Caron'),
];
const users = [...trainers, ...learners, person('admin', 'Ada', 'Martin'), person('guest', 'Gil', 'Petit')];
const session = {
  id: 's1',
  name: 'Session 1',
  startsOn: '2026-01-01',
  endsOn: null,
  timeZone: 'Europe/Paris',
};

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function pageOf<T extends { readonly name: string }>(
  all: readonly T[],
  { q = '', page, size }: PageRequest & { q?: string | undefined },
): PageOf<T> {
  const words = folded(q).split(/\s+/);
  const found = all.filter(({ name }) => words.every((word) => folded(name).includes(word)));
  return { items: found.slice((page - 1) * size, page * size), total: found.length };
}

const of = <T>(sessionId: string, list: readonly T[]): readonly T[] => (sessionId === session.id ? list : []);

export function actor(id: string): Actor {
  const name = users.find((user) => user.id === id)?.name ?? id;
  return { id, name, locale: 'fr-BE', timeZone: 'Europe/Brussels' };
}

export const host: Omit<SeancesHost<NodeContext, never>, 'database'> = {
  identity: {
    identify: async (request) => {
      const id = request.headers.get('x-user');
      return Promise.resolve(users.some((user) => user.id === id) && id !== null ? actor(id) : null);
    },
  },
  permissions: {
    inSpace: async ({ id }, spaceId) => {
      const staff = spaceId === 'room' && (id === 'trainer' || id === 'admin');
      const open = spaceId === 'room' && id !== 'guest';
      return Promise.resolve({ open, edit: staff, enrol: staff });
    },
    mayAdminister: async ({ id }) => Promise.resolve(id === 'admin'),
  },
  directory: {
    space: async (id) => Promise.resolve(id === 'room' ? { id, name: 'Room' } : undefined),
    sessionsOf: async (spaceId) => Promise.resolve(spaceId === 'room' ? [session] : []),
    trainers: async (sessionId, search) => Promise.resolve(pageOf(of(sessionId, trainers), search)),
    trainersAmong: async (sessionId, ids) =>
      Promise.resolve(of(sessionId, trainers).filter(({ id }) => ids.includes(id))),
    learners: async (sessionId, search) =>
      Promise.resolve(pageOf(search.groupId === undefined ? of(sessionId, learners) : [], search)),
    learnersAmong: async (sessionId, ids) =>
      Promise.resolve(of(sessionId, learners).filter(({ id }) => ids.includes(id))),
    learnerCount: async (sessionId) => Promise.resolve(of(sessionId, learners).length),
    groups: async () => Promise.resolve({ items: [], total: 0 }),
    isTrainingManager: async () => Promise.resolve(false),
  },
};
