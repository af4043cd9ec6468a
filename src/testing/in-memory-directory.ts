import { compareFolded } from '../domain/text/fold.js';
import type { PageOf } from '../domain/page.js';
import {
  Directory,
  type ActivitySpace,
  type HostGroup,
  type LearnerSearch,
  type Person,
  type PersonSearch,
  type SpaceSession,
  type TrainingSession,
} from '../ports/directory.js';
import { searchPage } from './search-page.js';

interface SessionMembers {
  readonly trainers: Map<string, Person>;
  readonly learners: Map<string, Person>;
  /** Ids of the learners of each host group. */
  readonly groups: Map<string, Set<string>>;
  readonly managers: Set<string>;
}

/** A directory that keeps everything in memory: for tests, and for hosts that have no users of their own. */
export class InMemoryDirectory extends Directory {
  readonly #spaces = new Map<string, ActivitySpace>();
  readonly #sessions = new Map<string, TrainingSession[]>();
  readonly #members = new Map<string, SessionMembers>();
  readonly #groups = new Map<string, HostGroup>();

  addSpace(space: ActivitySpace): this {
    this.#spaces.set(space.id, space);
    return this;
  }

  addGroup(group: HostGroup): this {
    this.#groups.set(group.id, group);
    return this;
  }

  /** Attaches a space to a session, after those that it is attached to. */
  attach(spaceId: string, session: TrainingSession): this {
    this.#sessions.set(spaceId, [...(this.#sessions.get(spaceId) ?? []), session]);
    return this;
  }

  addTrainer(sessionId: string, trainer: Person): this {
    this.#membersOf(sessionId).trainers.set(trainer.id, trainer);
    return this;
  }

  addLearner(sessionId: string, learner: Person, groupIds: readonly string[] = []): this {
    const members = this.#membersOf(sessionId);
    members.learners.set(learner.id, learner);
    for (const groupId of groupIds) {
      members.groups.set(groupId, (members.groups.get(groupId) ?? new Set()).add(learner.id));
    }
    return this;
  }

  removeLearner(sessionId: string, userId: string): this {
    const members = this.#membersOf(sessionId);
    members.learners.delete(userId);
    for (const userIds of members.groups.values()) userIds.delete(userId);
    return this;
  }

  addManager(sessionId: string, userId: string): this {
    this.#membersOf(sessionId).managers.add(userId);
    return this;
  }

  override async space(spaceId: string): Promise<ActivitySpace | undefined> {
    return Promise.resolve(this.#spaces.get(spaceId));
  }

  override async sessionsOf(spaceId: string): Promise<readonly TrainingSession[]> {
    return Promise.resolve(this.#sessions.get(spaceId) ?? []);
  }

  override async trainers(sessionId: string, search: PersonSearch): Promise<PageOf<Person>> {
    return Promise.resolve(peoplePage(this.#members.get(sessionId)?.trainers, search));
  }

  override async trainersAmong(sessionId: string, userIds: readonly string[]): Promise<readonly Person[]> {
    return Promise.resolve(among(this.#members.get(sessionId)?.trainers, userIds));
  }

  override async learners(sessionId: string, search: LearnerSearch): Promise<PageOf<Person>> {
    const members = this.#members.get(sessionId);
    if (search.groupId === undefined) return Promise.resolve(peoplePage(members?.learners, search));
    const ids = members?.groups.get(search.groupId) ?? new Set();
    const learners = [...(members?.learners ?? [])].filter(([id]) => ids.has(id));
    return Promise.resolve(peoplePage(new Map(learners), search));
  }

  override async learnersAmong(sessionId: string, userIds: readonly string[]): Promise<readonly Person[]> {
    return Promise.resolve(among(this.#members.get(sessionId)?.learners, userIds));
  }

  override async learnerCount(sessionId: string): Promise<number> {
    return Promise.resolve(this.#members.get(sessionId)?.learners.size ?? 0);
  }

  override async groups(sessionId: string, search: PersonSearch): Promise<PageOf<HostGroup>> {
    const inhabited = [...(this.#members.get(sessionId)?.groups ?? [])].filter(([, ids]) => ids.size > 0);
    const groups = inhabited.flatMap(([id]) => this.#groups.get(id) ?? []);
    return Promise.resolve(searchPage(groups.sort(by((group) => group.name)), search, (group) => group.name));
  }

  override async isTrainingManager(sessionId: string, userId: string): Promise<boolean> {
    return Promise.resolve(this.#members.get(sessionId)?.managers.has(userId) ?? false);
  }

  override async learnsIn(userId: string): Promise<readonly SpaceSession[]> {
    const attached = [...this.#sessions].flatMap(([spaceId, sessions]) =>
      sessions.map(({ id: sessionId }) => ({ spaceId, sessionId })),
    );
    return Promise.resolve(
      attached.filter(({ sessionId }) => this.#members.get(sessionId)?.learners.has(userId) ?? false),
    );
  }

  #membersOf(sessionId: string): SessionMembers {
    const known = this.#members.get(sessionId);
    if (known) return known;
    const members = {
      trainers: new Map(),
      learners: new Map(),
      groups: new Map(),
      managers: new Set<string>(),
    };
    this.#members.set(sessionId, members);
    return members;
  }
}

function peoplePage(people: ReadonlyMap<string, Person> | undefined, search: PersonSearch): PageOf<Person> {
  const sorted = [...(people?.values() ?? [])].sort(by((one) => one.lastName));
  return searchPage(sorted, search, (one) => one.name);
}

function among(
  people: ReadonlyMap<string, Person> | undefined,
  userIds: readonly string[],
): readonly Person[] {
  return [...new Set(userIds)].flatMap((id) => people?.get(id) ?? []);
}

/** Compares by a text as a search folds it, then by id, so that the order is total. */
function by<T extends { readonly id: string }>(textOf: (item: T) => string): (a: T, b: T) => number {
  return (a, b) => compareFolded(textOf(a), textOf(b)) || (a.id < b.id ? -1 : Number(a.id > b.id));
}
