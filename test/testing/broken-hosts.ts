import { RecordingEventSink } from '../../src/testing/index.js';
import { backwards, breakage, incompletePlace, literally, strangers, type Breakage } from './breakage.js';
import { platforms } from './broken-platforms.js';

const session = { id: 'S1', name: 'Session', startsOn: null, endsOn: null, timeZone: null };
const actor = { id: 't1', name: 'Anh Thao PHAM', locale: 'fr', timeZone: 'Europe/Brussels' };
const mayAll = { open: true, edit: true, enrol: true };
const everybody = { page: 1, size: 1_000 };

const access: readonly Breakage[] = [
  breakage('identity', 'takes everybody for one user', 'knows who makes a request', () => ({
    identify: () => Promise.resolve({ ...actor, id: 'l1' }),
  })),
  breakage('identity', 'makes strangers guests', 'answers null when nobody is signed in', () => ({
    identify: () => Promise.resolve(actor),
  })),
  breakage('identity', 'has no names', 'gives an actor an id of 1 to 128 characters and a name', () => ({
    identify: () => Promise.resolve({ ...actor, name: ' ' }),
  })),
  breakage('identity', 'writes offsets', 'gives an actor a BCP 47 locale and an IANA time zone', () => ({
    identify: () => Promise.resolve({ ...actor, timeZone: '+01:00' }),
  })),
  breakage('identity', 'looks into the body', 'leaves the body of the request unread', () => ({
    identify: async (request) => ((await request.text()) === '' ? null : actor),
  })),
  breakage('permissions', 'forgets a permission', 'lets staff open, edit and enrol', () => ({
    inSpace: () => Promise.resolve({ ...mayAll, enrol: false }),
  })),
  breakage('permissions', 'lets learners edit', 'lets a learner open, and neither edit nor enrol', () => ({
    inSpace: () => Promise.resolve(mayAll),
  })),
  breakage('permissions', 'is open to all', 'lets an outsider do nothing', () => ({
    inSpace: () => Promise.resolve({ ...mayAll, edit: false, enrol: false }),
  })),
  breakage(
    'permissions',
    'knows roles and no spaces',
    'lets nobody do anything in a space that does not exist',
    () => ({ inSpace: () => Promise.resolve(mayAll) }),
  ),
  breakage(
    'permissions',
    'trusts everybody',
    'lets an administrator configure the plugin, and neither a learner nor an outsider',
    () => ({ mayAdminister: () => Promise.resolve(true) }),
  ),
];

const spaces: readonly Breakage[] = [
  breakage('directory', 'hides a space', 'finds a space by its id', () => ({
    space: () => Promise.resolve(undefined),
  })),
  breakage('directory', 'ignores the case of ids', 'compares the ids of spaces exactly', ({ directory }) => ({
    space: (id) => directory.space(id.toLowerCase() === 'course' ? 'Course' : id),
  })),
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
  breakage('directory', 'lists backwards', 'orders people by last name', ({ directory }) => ({
    learners: async (id, search) => backwards(await directory.learners(id, search)),
  })),
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
    'finds learners by the words of their name, whatever the case, the accents and the order',
    ({ directory }) => ({
      learners: async (id, search) => literally(await directory.learners(id, everybody), search),
    }),
  ),
  breakage(
    'directory',
    'cannot search',
    'finds trainers by the words of their name, whatever the case, the accents and the order',
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
  breakage(
    'directory',
    'uses two names',
    'gives a person the same name in a list and by id',
    ({ directory }) => ({
      learnersAmong: async (id, ids) =>
        (await directory.learnersAmong(id, ids)).map((learner) => ({ ...learner, firstName: 'É.' })),
    }),
  ),
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

const optional: readonly Breakage[] = [
  breakage(
    'menu',
    'shows tools to everybody',
    'shows the tool last in the menu of a space, to those whom the tool wants to see it',
    ({ menu }) => ({
      addTool: (tool) => menu.addTool({ ...tool, visibleWhen: () => Promise.resolve(true) }),
    }),
  ),
  breakage('menu', 'has no administration', 'takes an administration entry', () => ({
    addAdministration: () => {
      throw new Error('not here');
    },
  })),
  breakage('locations', 'ignores pages', 'lists places in pages that meet each once', ({ locations }) => ({
    search: (search, platformId) => locations.search({ ...search, ...everybody }, platformId),
  })),
  breakage(
    'locations',
    'minds the first word only',
    'finds places by the words of their name, whatever the case, the accents and the order',
    ({ locations }) => ({
      search: (search, platformId) => locations.search({ ...search, q: search.q?.split(' ')[0] }, platformId),
    }),
  ),
  breakage(
    'locations',
    'leaves out what it does not know',
    'finds a place by its id, the same as in the list, with empty texts for what is not known of it',
    () => ({ find: (id) => Promise.resolve(incompletePlace(id)) }),
  ),
  breakage(
    'locations',
    'makes places up',
    'answers undefined for a place that it does not know',
    ({ locations }) => ({
      find: () => locations.find('p1', 'P'),
    }),
  ),
  breakage(
    'events',
    'loses events',
    'has an event for good when its delivery resolves, of whatever type it is',
    () => ({
      deliver: () => Promise.resolve(),
    }),
  ),
  breakage(
    'events',
    'stores every delivery',
    'takes an event that is delivered again, and keeps it once',
    () => {
      const seen = new RecordingEventSink();
      return {
        deliver: (event) =>
          seen.events.some(({ id }) => id === event.id)
            ? Promise.reject(new Error('duplicate'))
            : seen.deliver(event),
      };
    },
  ),
  breakage('mailer', 'has no server for mail', 'accepts a message', () => ({
    send: () => Promise.reject(new Error('no route to host')),
  })),
  breakage(
    'agenda',
    'keeps the first entry',
    'shows one entry of a séance, the one that was published last',
    ({ agenda }) => ({
      publish: (entry) => (entry.sequence === 1 ? agenda.publish(entry) : Promise.resolve()),
    }),
  ),
  breakage(
    'agenda',
    'never shows again what was withdrawn',
    'shows a séance again that was withdrawn, as one that was cancelled and takes place after all',
    ({ agenda }) => {
      let isWithdrawn = false;
      return {
        publish: (entry) => (isWithdrawn ? Promise.resolve() : agenda.publish(entry)),
        withdraw: (seanceId) => {
          isWithdrawn = true;
          return agenda.withdraw(seanceId);
        },
      };
    },
  ),
  breakage('agenda', 'never forgets', 'shows nothing of a séance that is withdrawn, be it twice', () => ({
    withdraw: () => Promise.resolve(),
  })),
];

/** One broken host for each promise of the contract. */
export const breakages: readonly Breakage[] = [
  ...access,
  ...platforms,
  ...spaces,
  ...members,
  ...groups,
  ...optional,
];
