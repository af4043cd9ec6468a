import { RecordingEventSink } from '../../src/testing/index.js';
import { breakage, incompletePlace, type Breakage } from './breakage.js';
import { brokenDirectories } from './broken-directories.js';
import { platforms } from './broken-platforms.js';

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
    'finds places by all the words of their name, whatever the case, the accents and the order',
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
    'contacts',
    'answers for strangers',
    'gives those of the users who are asked for, each once, and leaves out whom it does not know',
    ({ contacts }) => ({
      of: async (userIds) => {
        const known = await contacts.of(userIds);
        return userIds.map((userId) => known.find((one) => one.userId === userId) ?? { userId });
      },
    }),
  ),
  breakage(
    'contacts',
    'writes names beside addresses',
    'gives one address, without a name, and as far as known a BCP 47 locale and an IANA time zone',
    () => ({
      of: ([userId = '']) => Promise.resolve([{ userId, address: 'Élodie NOËL <noel@example.org>' }]),
    }),
  ),
  breakage(
    'contacts',
    'asks its database for few at a time',
    'takes 1,000 ids at a time',
    ({ contacts }) => ({
      of: (userIds) => contacts.of(userIds.slice(0, 100)),
    }),
  ),
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
export const breakages: readonly Breakage[] = [...access, ...platforms, ...brokenDirectories, ...optional];
