import type { Random } from '../support/random.js';

/** Something that an answer named, and what it is found below. */
export interface Known {
  readonly id: string;
  readonly space?: string;
  readonly seance?: string;
}

/** Few enough that the fuzzer meets often what it has changed or deleted before. */
const remembered = 15;

/** By the names that fields and parameters have: what they name is kept as one of these kinds. */
const kindsByName: Readonly<Record<string, string>> = {
  id: 'seances',
  ids: 'seances',
  seanceId: 'seances',
  insteadOf: 'seances',
  series: 'series',
  deletionId: 'deletions',
  eid: 'enrolments',
  cid: 'comments',
  group: 'groups',
  groupId: 'groups',
  groupIds: 'host-groups',
  locationId: 'locations',
  location: 'locations',
  trainerIds: 'trainers',
  trainer: 'trainers',
  userIds: 'learners',
  session: 'sessions',
  token: 'tokens',
  space: 'spaces',
};

/** What the fuzzer knows of the world: ids by kind, from the answers that it got. */
export class FuzzMemory {
  private readonly known = new Map<string, Known[]>();

  constructor(private readonly random: Random) {
    for (const id of ['demo', 'demo', 'demo', 'other', 'empty']) this.add('spaces', { id });
    for (const id of ['demo-2026', 'demo-2026', 'demo-2027', 'other-2026']) this.add('sessions', { id });
    for (const id of ['trainer1', 'trainer2', 'trainer3', 'nobody']) this.add('trainers', { id });
    for (const id of ['learner1', 'learner2', 'trainer1', 'nobody']) this.add('learners', { id });
    this.add('host-groups', { id: 'host-group' });
    this.add('locations', { id: 'host-room' });
  }

  /** What a field of this name could mean, when anything of its kind is known. */
  recall(name: string): Known | undefined {
    const some = this.known.get(kindsByName[name] ?? name) ?? [];
    return some.length === 0 ? undefined : this.random.among(some);
  }

  /** @param path of the request, below the base path. */
  learn(path: string, text: string): void {
    const [pathname = ''] = path.split('?');
    const space = /\/spaces\/([\w-]+)/.exec(pathname)?.[1];
    const seance = /\/seances\/([0-9a-f-]{36})/.exec(pathname)?.[1];
    const collection = /\/([a-z-]+)(?:\/[0-9a-f-]{36})?$/.exec(pathname)?.[1] ?? '';
    const kind = collection === 'repetitions' ? 'seances' : collection;
    for (const [, id = ''] of text.slice(0, 4_000).matchAll(/(?:^|[[,]){"id":"([0-9a-f-]{36})"/g))
      this.add(kind, { id, ...(space && { space }), ...(seance && { seance }) });
    for (const [, id = ''] of text.slice(0, 4_000).matchAll(/"seriesId":"([0-9a-f-]{36})"/g))
      this.add('series', { id });
    for (const [, id = ''] of text.matchAll(/\/feeds\/([^/"]+)\.ics"/g)) this.add('tokens', { id });
    const group = /"group":{"id":"([0-9a-f-]{36})"/.exec(text)?.[1];
    if (group !== undefined) this.add('groups', { id: group, ...(space && { space }) });
  }

  private add(kind: string, one: Known): void {
    const some = this.known.get(kind) ?? [];
    if (kind !== 'spaces' && kind !== 'sessions' && some.some(({ id }) => id === one.id)) return;
    some.push(one);
    if (some.length > remembered) some.shift();
    this.known.set(kind, some);
  }
}
