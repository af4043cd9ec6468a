import { breakage, bytewise, literally, paged, strangers, type Breakage } from './breakage.js';

const session = { id: 'S1', name: 'Session', startsOn: null, endsOn: null, timeZone: null };
const everybody = { page: 1, size: 1_000 };

const spaces: readonly Breakage[] = [
  breakage('directory', 'hides a space', 'finds a space by its id', () => ({
    space: () => Promise.resolve(undefined),
  })),
  breakage('directory', 'ignores the case of ids', 'compares the ids of spaces exactly', ({ directory }) => ({
    space: (id) => directory.space(id.toLowerCase() === 'course' ? 'Course' : id),
  })),
  breakage(
    'directory',
    'counts whether it lists everybody',
    'says with true or false whether it lists everybody of a space, or not at all',
    () => ({
      space: (id) => Promise.resolve({ id, name: 'Course', listsEverybody: 0 as unknown as boolean }),
    }),
  ),
  breakage('directory', 'rejects strange ids', 'answers undefined for a space that it does not know', () => ({
    space: () => Promise.reject(new Error('404')),
  })),
  breakage(
    'directory',
    'writes dates with a time',
    'lists the sessions of a space, each once, with dates and a zone that exist',
    () => ({ sessionsOf: () => Promise.resolve([{ ...session, startsOn: '2026-09-01T00:00:00Z' }]) }),
  ),
  breakage('directory', 'shuffles', 'lists the sessions of a space in the same order each time', () => {
    const sessions = [session, { ...session, id: 'S2' }];
    return { sessionsOf: () => Promise.resolve([...sessions.reverse()]) };
  }),
  breakage(
    'directory',
    'has one session for all',
    'lists no session for a space that it does not know',
    () => ({
      sessionsOf: () => Promise.resolve([session]),
    }),
  ),
  breakage(
    'directory',
    'has one session for all',
    'lists no session for a space that is attached to none',
    () => ({
      sessionsOf: () => Promise.resolve([session]),
    }),
  ),
  breakage('directory', 'knows no managers', 'knows who manages the training of a session', () => ({
    isTrainingManager: () => Promise.resolve(false),
  })),
  breakage(
    'directory',
    'takes everybody for a manager',
    'says of learners, strangers and unknown sessions that nobody manages the training',
    () => ({ isTrainingManager: () => Promise.resolve(true) }),
  ),
];

const sameById = 'gives a person the same name and detail in a list and by id';

const members: readonly Breakage[] = [
  breakage(
    'directory',
    'counts pages from 0',
    'lists the learners of a session in pages that meet everybody once',
    ({ directory }) => ({
      learners: (id, search) => directory.learners(id, { ...search, page: search.page + 1 }),
    }),
  ),
  breakage(
    'directory',
    'gives the first page always',
    'lists the trainers of a session in pages that meet everybody once',
    ({ directory }) => ({ trainers: (id, search) => directory.trainers(id, { ...search, page: 1 }) }),
  ),
  breakage(
    'directory',
    'sorts as bytes do',
    'orders people by last name, whose case and accents do not count',
    ({ directory }) => ({
      learners: async (id, search) =>
        paged(bytewise((await directory.learners(id, { ...search, ...everybody })).items), search),
    }),
  ),
  breakage(
    'directory',
    'calls people by their first names',
    'writes the last name of a person into their whole name',
    ({ directory }) => ({
      learners: async (id, search) => {
        const { items, total } = await directory.learners(id, search);
        return { items: items.map((one) => ({ ...one, name: one.firstName })), total };
      },
    }),
  ),
  breakage(
    'directory',
    'searches letter by letter',
    'finds learners by all the words of their name, whatever the case, the accents and the order',
    ({ directory }) => ({
      learners: async (id, search) => literally(await directory.learners(id, everybody), search),
    }),
  ),
  breakage(
    'directory',
    'cannot search',
    'finds trainers by all the words of their name, whatever the case, the accents and the order',
    ({ directory }) => ({ trainers: (id, { page, size }) => directory.trainers(id, { page, size }) }),
  ),
  breakage(
    'directory',
    'takes everybody for a learner',
    'says where a user is a learner, and nothing of who learns nowhere',
    () => ({ learnsIn: () => Promise.resolve([{ spaceId: 'Course', sessionId: 'S1' }]) }),
  ),
  breakage('directory', 'counts all users', 'counts as many learners as it lists', () => ({
    learnerCount: () => Promise.resolve(4_000),
  })),
  breakage(
    'directory',
    'takes everybody for a learner',
    'says which of some users are learners of a session, and leaves out whoever is not',
    () => ({ learnersAmong: (_, ids) => Promise.resolve(strangers(ids)) }),
  ),
  breakage(
    'directory',
    'takes everybody for a trainer',
    'says which of some users are trainers of a session, and leaves out whoever is not',
    () => ({ trainersAmong: (_, ids) => Promise.resolve(strangers(ids)) }),
  ),
  breakage('directory', 'looks at 500 ids only', 'takes 1,000 ids at a time', ({ directory }) => ({
    learnersAmong: (id, ids) => directory.learnersAmong(id, ids.slice(0, 500)),
  })),
  breakage('directory', 'uses two names', sameById, ({ directory }) => ({
    learnersAmong: async (id, ids) =>
      (await directory.learnersAmong(id, ids)).map((learner) => ({ ...learner, firstName: 'É.' })),
  })),
  breakage('directory', 'tells who is who in lists alone', sameById, ({ directory }) => ({
    learners: async (id, search) => {
      const { items, total } = await directory.learners(id, search);
      return { items: items.map((learner) => ({ ...learner, detail: learner.id })), total };
    },
  })),
  breakage('directory', 'rejects strange ids', 'knows nobody in a session that it does not know', () => ({
    learnerCount: (id) => (id === 'S1' ? Promise.resolve(8) : Promise.reject(new Error('404'))),
  })),
];

const groups: readonly Breakage[] = [
  breakage(
    'directory',
    'cannot search',
    'lists the groups of a session in pages, and finds them by name',
    ({ directory }) => ({ groups: (id, { page, size }) => directory.groups(id, { page, size }) }),
  ),
  breakage('directory', 'lists deserted groups', 'lists no group without a learner of the session', () => ({
    groups: () => Promise.resolve({ items: [{ id: 'g2', name: 'Deserted' }], total: 1 }),
  })),
  breakage(
    'directory',
    'ignores groups in searches',
    'narrows the learners of a session to those of a group, in pages and searches too',
    ({ directory }) => ({
      learners: (id, { groupId, ...search }) =>
        directory.learners(id, search.q === undefined ? { ...search, groupId } : search),
    }),
  ),
  breakage(
    'directory',
    'ignores unknown groups',
    'finds no learner in a group that it does not know',
    ({ directory }) => ({
      learners: (id, { groupId, ...search }) =>
        directory.learners(id, groupId === 'g1' ? { ...search, groupId } : search),
    }),
  ),
];

/** A broken host for each promise about spaces, sessions and people. */
export const brokenDirectories: readonly Breakage[] = [...spaces, ...members, ...groups];
