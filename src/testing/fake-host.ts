import type { Location } from '../domain/location/location.js';
import type { Person, TrainingSession } from '../ports/directory.js';
import type { Actor } from '../ports/identity.js';
import type { SpacePermissions } from '../ports/permissions.js';
import { FakeIdentity } from './fake-identity.js';
import { FakePermissions } from './fake-permissions.js';
import { InMemoryContacts } from './in-memory-contacts.js';
import { InMemoryDirectory } from './in-memory-directory.js';
import { InMemoryHostLocations } from './in-memory-host-locations.js';
import { RecordingAgenda } from './recording-agenda.js';
import { RecordingEventSink } from './recording-event-sink.js';
import { RecordingLogger } from './recording-logger.js';
import { RecordingMailer } from './recording-mailer.js';
import { RecordingMenu } from './recording-menu.js';

const staff: SpacePermissions = { open: true, edit: true, enrol: true };

/** What a user is otherwise than by default: French, in Brussels, and of the only platform. */
type Preferences = Partial<Pick<Actor, 'locale' | 'timeZone' | 'platformId'>>;

/**
 * A whole host in memory, for tests: `createSeancesPlugin({ ...host.ports, database: 'sqlite::memory:' })`. Requests say who
 * makes them in the header `X-Actor`. Trainers and learners may do in the session's spaces what their role implies.
 */
export class FakeHost {
  readonly identity = new FakeIdentity();
  readonly permissions = new FakePermissions();
  readonly directory = new InMemoryDirectory();
  readonly menu = new RecordingMenu();
  readonly locations: InMemoryHostLocations;
  readonly events = new RecordingEventSink();
  readonly mailer = new RecordingMailer();
  readonly contacts = new InMemoryContacts();
  readonly agenda = new RecordingAgenda();
  readonly logger = new RecordingLogger();

  readonly #spacesOf = new Map<string, string[]>();
  /** By the id of a session. */
  readonly #platformOf = new Map<string, string>();

  /** @param others the places of platforms other than `''`, by the platform's id. */
  constructor(
    locations: readonly Location[] = [],
    others: Readonly<Record<string, readonly Location[]>> = {},
  ) {
    this.locations = new InMemoryHostLocations(locations, others);
  }

  /** What the plugin takes, next to a database. */
  get ports() {
    const { identity, permissions, directory, menu, locations, events, mailer, contacts, agenda, logger } =
      this;
    return { identity, permissions, directory, menu, locations, events, mailer, contacts, agenda, logger };
  }

  /**
   * A space, attached to `sessions`, which are to be added before their people.
   *
   * @param platformId of which platform it is, and so are the people of its sessions.
   */
  withSpace(id: string, sessions: readonly TrainingSession[] = [], platformId?: string): this {
    this.directory.addSpace({ id, name: id, ...(platformId !== undefined && { platformId }) });
    for (const session of sessions) {
      this.directory.attach(id, session);
      this.#spacesOf.set(session.id, [...(this.#spacesOf.get(session.id) ?? []), id]);
      if (platformId !== undefined) this.#platformOf.set(session.id, platformId);
    }
    return this;
  }

  withGroup(id: string, name: string): this {
    this.directory.addGroup({ id, name });
    return this;
  }

  withTrainer(sessionId: string, trainer: Person): this {
    this.directory.addTrainer(sessionId, trainer);
    return this.#withMember(sessionId, trainer, staff);
  }

  withLearner(sessionId: string, learner: Person, ...groupIds: readonly string[]): this {
    this.directory.addLearner(sessionId, learner, groupIds);
    return this.#withMember(sessionId, learner, { open: true });
  }

  /** Somebody who manages the training of the session, and may do everything in its spaces. */
  withManager(sessionId: string, manager: Person): this {
    this.directory.addManager(sessionId, manager.id);
    return this.#withMember(sessionId, manager, staff);
  }

  withAdministrator(administrator: Person, preferences: Preferences = {}): this {
    this.permissions.makeAdministrator(administrator.id);
    return this.withUser(administrator, preferences);
  }

  /** Somebody who is signed in, and nothing else. */
  withUser(user: Person, preferences: Preferences = {}): this {
    const { id, name } = user;
    const actor = { id, name, locale: 'fr', timeZone: 'Europe/Brussels', ...preferences };
    this.identity.add(actor);
    const { locale, timeZone } = actor;
    this.contacts.add({ userId: id, address: `${id}@example.org`, locale, timeZone });
    return this;
  }

  #withMember(sessionId: string, member: Person, permissions: Partial<SpacePermissions>): this {
    for (const spaceId of this.#spacesOf.get(sessionId) ?? []) {
      this.permissions.allow(member.id, spaceId, permissions);
    }
    const platformId = this.#platformOf.get(sessionId);
    return this.withUser(member, { ...(platformId !== undefined && { platformId }) });
  }
}
