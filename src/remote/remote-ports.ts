import type {
  Agenda,
  Contacts,
  Directory,
  EventSink,
  HostLocations,
  Identity,
  Mailer,
  PageOf,
  Permissions,
} from '../index.js';
import type { RemotePlatform } from './remote-platform.js';

/** A page of nothing. */
const empty: PageOf<never> = { items: [], total: 0 };

export function remoteIdentity(platform: RemotePlatform): Identity {
  return {
    identify: ({ headers }) =>
      platform.ask('identity.identify', {
        cookie: headers.get('cookie'),
        authorization: headers.get('authorization'),
      }),
  };
}

export function remotePermissions(platform: RemotePlatform): Permissions {
  return {
    inSpace: async (actor, spaceId) =>
      (await platform.ask('permissions.inSpace', { actor, spaceId })) ?? {
        open: false,
        edit: false,
        enrol: false,
      },
    mayAdminister: async (actor) => (await platform.ask('permissions.mayAdminister', { actor })) ?? false,
  };
}

export function remoteDirectory(platform: RemotePlatform): Directory {
  return {
    space: async (spaceId) => (await platform.ask('directory.space', { spaceId })) ?? undefined,
    sessionsOf: async (spaceId) => (await platform.ask('directory.sessionsOf', { spaceId })) ?? [],
    trainers: async (sessionId, search) =>
      (await platform.ask('directory.trainers', { sessionId, search })) ?? empty,
    trainersAmong: async (sessionId, userIds) =>
      (await platform.ask('directory.trainersAmong', { sessionId, userIds })) ?? [],
    learners: async (sessionId, search) =>
      (await platform.ask('directory.learners', { sessionId, search })) ?? empty,
    learnersAmong: async (sessionId, userIds) =>
      (await platform.ask('directory.learnersAmong', { sessionId, userIds })) ?? [],
    learnerCount: async (sessionId) => (await platform.ask('directory.learnerCount', { sessionId })) ?? 0,
    groups: async (sessionId, search) =>
      (await platform.ask('directory.groups', { sessionId, search })) ?? empty,
    isTrainingManager: async (sessionId, userId) =>
      (await platform.ask('directory.isTrainingManager', { sessionId, userId })) ?? false,
    learnsIn: async (userId) => {
      if (!(await platform.has('directory.learnsIn'))) return [];
      return (await platform.ask('directory.learnsIn', { userId })) ?? [];
    },
  };
}

export function remoteLocations(platform: RemotePlatform): HostLocations {
  return {
    search: async (search, platformId) => {
      if (!(await platform.has('locations.search'))) return empty;
      return (await platform.ask('locations.search', { search, ...only(platformId) })) ?? empty;
    },
    find: async (id, platformId) => {
      if (!(await platform.has('locations.find'))) return undefined;
      return (await platform.ask('locations.find', { id, ...only(platformId) })) ?? undefined;
    },
  };
}

/** Nothing for the only platform of a host. */
function only(platformId: string | undefined): { readonly platformId?: string } {
  return platformId ? { platformId } : {};
}

export function remoteContacts(platform: RemotePlatform): Contacts {
  return {
    of: async (userIds) => {
      if (!(await platform.has('contacts.of'))) return [];
      return (await platform.ask('contacts.of', { userIds })) ?? [];
    },
  };
}

export function remoteEvents(platform: RemotePlatform): EventSink {
  return {
    deliver: async (event) => {
      if (await platform.has('events.deliver')) await platform.ask('events.deliver', { event });
    },
  };
}

export function remoteAgenda(platform: RemotePlatform): Agenda {
  return {
    publish: async (entry) => {
      if (await platform.has('agenda.publish')) await platform.ask('agenda.publish', { entry });
    },
    withdraw: async (seanceId) => {
      if (await platform.has('agenda.withdraw')) await platform.ask('agenda.withdraw', { seanceId });
    },
  };
}

/** @param otherwise sends for a platform that does not. */
export function remoteMailer(platform: RemotePlatform, otherwise?: Mailer): Mailer {
  return {
    send: async (message) => {
      if (await platform.has('mailer.send')) await platform.ask('mailer.send', { message });
      else await otherwise?.send(message);
    },
  };
}
