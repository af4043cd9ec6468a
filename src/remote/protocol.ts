import type {
  ActivitySpace,
  Actor,
  AgendaEntry,
  Contact,
  HostEvent,
  HostGroup,
  LearnerSearch,
  Location,
  Message,
  PageOf,
  Person,
  PersonSearch,
  PluginEvent,
  SpacePermissions,
  SpaceSession,
  TrainingSession,
} from '../index.js';

/** A method: what it is asked with, by name, and what is answered. */
interface Method<Parameters, Result> {
  readonly params: Parameters;
  readonly result: Result;
}

/** Whatever is answered, it is done. */
type Done = unknown;

/**
 * What a platform is asked: the ports of the host contract, each method by its name and with its parameters by theirs.
 * What a platform does not know is `null`, whatever the method.
 */
export interface RemoteMethods {
  /** The names of the optional methods that the platform has, which are the last ones here, `directory.learnsIn` on. */
  readonly capabilities: Method<Record<string, never>, readonly string[] | null>;

  /** Who makes a request with these headers. */
  readonly 'identity.identify': Method<
    { readonly cookie: string | null; readonly authorization: string | null },
    Actor | null
  >;

  readonly 'permissions.inSpace': Method<
    { readonly actor: Actor; readonly spaceId: string },
    SpacePermissions | null
  >;
  readonly 'permissions.mayAdminister': Method<{ readonly actor: Actor }, boolean | null>;

  readonly 'directory.space': Method<{ readonly spaceId: string }, ActivitySpace | null>;
  readonly 'directory.sessionsOf': Method<{ readonly spaceId: string }, readonly TrainingSession[] | null>;
  readonly 'directory.trainers': Method<InSession & { readonly search: PersonSearch }, PageOf<Person> | null>;
  readonly 'directory.trainersAmong': Method<InSession & Users, readonly Person[] | null>;
  readonly 'directory.learners': Method<
    InSession & { readonly search: LearnerSearch },
    PageOf<Person> | null
  >;
  readonly 'directory.learnersAmong': Method<InSession & Users, readonly Person[] | null>;
  readonly 'directory.learnerCount': Method<InSession, number | null>;
  readonly 'directory.groups': Method<
    InSession & { readonly search: PersonSearch },
    PageOf<HostGroup> | null
  >;
  readonly 'directory.isTrainingManager': Method<InSession & { readonly userId: string }, boolean | null>;
  readonly 'directory.learnsIn': Method<{ readonly userId: string }, readonly SpaceSession[] | null>;

  readonly 'locations.search': Method<
    OfPlatform & { readonly search: PersonSearch },
    PageOf<Location> | null
  >;
  readonly 'locations.find': Method<OfPlatform & { readonly id: string }, Location | null>;

  readonly 'contacts.of': Method<Users, readonly Contact[] | null>;

  readonly 'events.deliver': Method<{ readonly event: PluginEvent }, Done>;
  readonly 'agenda.publish': Method<{ readonly entry: AgendaEntry }, Done>;
  readonly 'agenda.withdraw': Method<{ readonly seanceId: string }, Done>;
  readonly 'mailer.send': Method<{ readonly message: Message }, Done>;
}

interface OfPlatform {
  /** Which one of several platforms; absent for the only one. */
  readonly platformId?: string;
}

interface InSession {
  readonly sessionId: string;
}

interface Users {
  readonly userIds: readonly string[];
}

export type MethodName = keyof RemoteMethods;

/** What travels between the plugin and a platform that is not in Node, as `docs/reference/remote.schema.json` has it. */
export interface RemoteProtocol {
  readonly methods: RemoteMethods;
  /** What the platform tells, at `api/v1/host/tell` below the mount point. */
  readonly tells: HostEvent;
}
