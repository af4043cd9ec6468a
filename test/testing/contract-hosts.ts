import { createDemoHost, actorOf, type DemoContext, type DemoHost } from '../../demo/demo-host.js';
import type { Actor } from '../../src/index.js';
import { FakeHost, person, type HandedRequest, type HostSamples } from '../../src/testing/index.js';
import { place } from '../support/seance-records.js';

export function referenceHost(): DemoHost {
  return createDemoHost('sqlite::memory:');
}

/** What exists in `host`. */
export function referenceSamples(host: DemoHost): HostSamples<DemoContext> {
  return {
    signedIn: () => handed({}, { userId: 'trainer1', language: 'fr' }),
    signedOut: () => handed({}, { userId: undefined, language: 'fr' }),
    staff: demoActor('trainer1'),
    learner: demoActor('learner7'),
    outsider: demoActor('outsider'),
    administrator: demoActor('admin'),
    spaceId: 'demo',
    sessionId: 'demo-2026',
    trainerId: 'trainer2',
    spaceWithoutSessionId: 'empty',
    learnerSpaceId: 'demo',
    groupId: 'class-a',
    trainingManagerId: 'manager',
    locationId: 'claroline',
    contactId: 'learner7',
    menuEntries: async (spaceId, actor) => {
      const entries = await host.menu.entriesFor(spaceId, actor, 'fr');
      return entries.map(({ id }) => id);
    },
  };
}

/** A host with every port, so that no promise is left out. */
export function completeHost(): FakeHost {
  const session = { id: 'S1', name: 'Session', startsOn: '2026-09-01', endsOn: null, timeZone: null };
  const host = new FakeHost([], { P: [place('p1', 'Salle Érasme'), place('p2', 'Agora')] })
    .withSpace('Course', [session], 'P')
    .withSpace('Empty', [], 'P')
    .withSpace('Theirs', [], 'p')
    .withGroup('g1', 'Première année')
    .withTrainer('S1', person('t1', 'Anh Thao', 'PHAM'))
    .withManager('S1', person('m1', 'Luc', 'MAES'))
    .withAdministrator(person('a1', 'Marie', 'DUPONT'), { platformId: 'P' })
    .withUser(person('o1', 'Odile', 'DEHORS'), { platformId: 'P' });
  const learners = ['ADAM', 'NOËL', 'ÉTIENNE', 'ÉTIENNE', 'BODART', 'CLAES', 'ŒSTGES', 'GÉRARD'];
  learners.forEach((name, index) => {
    host.withLearner('S1', person(`l${index}`, 'Élodie', name), ...(index % 2 === 0 ? ['g1'] : []));
  });
  return host;
}

export function completeSamples(host: FakeHost): HostSamples<undefined> {
  return {
    signedIn: () => handed({ 'x-actor': 't1' }, undefined),
    signedOut: () => handed({}, undefined),
    staff: actor('t1', 'Anh Thao PHAM'),
    learner: actor('l1', 'Élodie NOËL'),
    outsider: actor('o1', 'Odile DEHORS'),
    administrator: actor('a1', 'Marie DUPONT'),
    spaceId: 'Course',
    sessionId: 'S1',
    trainerId: 't1',
    spaceWithoutSessionId: 'Empty',
    learnerSpaceId: 'Course',
    groupId: 'g1',
    trainingManagerId: 'm1',
    platformId: 'P',
    otherPlatformSpaceId: 'Theirs',
    locationId: 'p1',
    menuEntries: (spaceId, reader) => visibleTools(host, spaceId, reader),
    eventsReceived: () => Promise.resolve(host.events.events),
    mailTo: 'l1',
    contactId: 'l1',
    agendaEntries: () => Promise.resolve(host.agenda.entries),
  };
}

async function visibleTools(host: FakeHost, spaceId: string, reader: Actor): Promise<readonly string[]> {
  const visible = await Promise.all(host.menu.tools.map((tool) => tool.visibleWhen(spaceId, reader)));
  return host.menu.tools.filter((_, index) => visible[index]).map(({ id }) => id);
}

function handed<Context>(headers: Record<string, string>, context: Context): HandedRequest<Context> {
  return { request: new Request('http://host/', { method: 'POST', headers, body: '{}' }), context };
}

function demoActor(userId: string): Actor {
  const known = actorOf({ userId, language: 'fr' });
  if (!known) throw new Error(`The reference host has no user "${userId}".`);
  return known;
}

function actor(id: string, name: string): Actor {
  return { id, name, locale: 'fr', timeZone: 'Europe/Brussels', platformId: 'P' };
}
