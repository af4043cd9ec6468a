import {
  type Contribution,
  closingOf,
  contributionsOf,
  isOfOneChange,
  joined,
} from '../../domain/notice/change-set.js';
import type { SetKind } from '../../domain/notice/notice.js';
import type { Instant } from '../../domain/time/schedule.js';
import type { Clock } from '../../ports/clock.js';
import type { IdGenerator } from '../../ports/id-generator.js';
import type { NoticeItem, NoticeSet, UnderivedEvent } from '../../ports/notice-repository.js';
import type { Repositories, UnitOfWork } from '../../ports/unit-of-work.js';
import { deriveDeliveries } from '../webhook/derive-deliveries.js';

/** Events that are looked through in one transaction. */
const derivedAtOnce = 500;

/**
 * Puts what happened into the sets in which people are told of it (ADR 0023). In one transaction with the mark that says so:
 * what is derived is derived once, whatever process dies.
 */
export class DeriveNotices {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
    /** What is told to nobody, as there is no way to. */
    private readonly untold: readonly SetKind[] = [],
  ) {}

  /** @returns how many events there were. */
  async run(): Promise<number> {
    const now = this.clock.now();
    if (!(await this.unitOfWork.read(({ noticeSets }) => noticeSets.hasUnderived(now)))) return 0;
    return this.unitOfWork.write(async (repositories) => {
      const { noticeSets } = repositories;
      await noticeSets.lockDerivation();
      const events = await noticeSets.underived(now, derivedAtOnce);
      const drafts = await SetDrafts.load(repositories, events, this.untold, () => this.ids.next());
      for (const one of events) await drafts.add(one);
      await noticeSets.remove(drafts.merged);
      await noticeSets.save(drafts.sets, drafts.items);
      await deriveDeliveries(repositories, events, now, () => this.ids.next());
      await noticeSets.markDerived(events.map(({ sequence }) => sequence));
      return events.length;
    });
  }
}

/** The sets that are open, with what joins them. */
class SetDrafts {
  private readonly known = new Map<string, NoticeSet>();
  /** Ids of sets, by what joins them. */
  private readonly byKey = new Map<string, Set<string>>();
  private readonly touched = new Set<string>();
  private readonly knownItems = new Map<string, NoticeItem>();
  private readonly touchedItems = new Map<string, NoticeItem>();
  private readonly mergedSets = new Set<string>();

  private constructor(
    private readonly repository: Repositories['noticeSets'],
    private readonly series: ReadonlyMap<string, string>,
    private readonly untold: readonly SetKind[],
    private readonly newId: () => string,
  ) {}

  static async load(
    { notices, noticeSets }: Repositories,
    events: readonly UnderivedEvent[],
    untold: readonly SetKind[],
    newId: () => string,
  ): Promise<SetDrafts> {
    const seanceIds = [...new Set(events.map(({ event }) => event.seanceId))];
    const series = await noticeSets.seriesOf(seanceIds);
    const unwanted: readonly SetKind[] = (await notices.isWanted('enrolments')) ? [] : ['enrolments'];
    const drafts = new SetDrafts(noticeSets, series, [...untold, ...unwanted], newId);
    const sets = await noticeSets.openSets(
      [...new Set(events.map(({ event }) => event.spaceId))],
      [...new Set(events.map(({ changeSet }) => changeSet))],
    );
    const items = await noticeSets.itemsAbout(
      sets.map(({ id }) => id),
      { seanceIds, seriesIds: [...new Set(series.values())] },
    );
    for (const set of sets) {
      drafts.known.set(set.id, set);
      if (set.changeSet !== null) drafts.name(set.id, changeKey(set, set.changeSet));
    }
    for (const item of items) {
      drafts.knownItems.set(itemKey(item), item);
      const set = drafts.known.get(item.setId);
      if (set) drafts.remember(set, item);
    }
    return drafts;
  }

  get sets(): readonly NoticeSet[] {
    return [...this.known.values()].filter(({ id }) => this.touched.has(id));
  }

  get items(): readonly NoticeItem[] {
    return [...this.touchedItems.values()];
  }

  /** Sets that have become a part of others. */
  get merged(): readonly string[] {
    return [...this.mergedSets];
  }

  async add({ event, changeSet }: UnderivedEvent): Promise<void> {
    for (const contribution of contributionsOf(event))
      if (!this.untold.includes(contribution.kind)) await this.join(contribution, changeSet);
  }

  private async join(contribution: Contribution, changeSet: string): Promise<void> {
    const { kind, seanceId, sessionId, userId, facts } = contribution;
    const seriesId = this.series.get(seanceId) ?? null;
    const set = this.grown(contribution, await this.setFor(contribution, seriesId, changeSet), changeSet);
    const item = { setId: set.id, seanceId, userId, sessionId, seriesId };
    const before = this.knownItems.get(itemKey(item));
    const after = { ...item, facts: joined(before?.facts ?? nothing, facts) };
    this.keep(after);
    this.name(set.id, changeKey({ kind, spaceId: contribution.spaceId }, changeSet));
    this.remember(set, item);
  }

  /** The set that is open for it: of the same change, of the same séance, or of its series. Several become one. */
  private async setFor(
    { kind, spaceId, seanceId, at }: Contribution,
    seriesId: string | null,
    changeSet: string,
  ): Promise<NoticeSet | undefined> {
    const keys = [
      changeKey({ kind, spaceId }, changeSet),
      ...(isOfOneChange(kind)
        ? []
        : [`${kind} ${seanceId}`, ...(seriesId === null ? [] : [`${kind} ${seriesId}`])]),
    ];
    const ids = new Set(keys.flatMap((key) => [...(this.byKey.get(key) ?? [])]));
    const [first, ...others] = [...ids]
      .flatMap((id) => this.known.get(id) ?? [])
      .filter((set) => isOfOneChange(kind) || at <= set.closesAt);
    return first && others.reduce(async (set, other) => this.merge(await set, other), Promise.resolve(first));
  }

  /** What is told of two, is told of one. */
  private async merge(set: NoticeSet, other: NoticeSet): Promise<NoticeSet> {
    const stored = await this.repository.itemsOf(other.id);
    const items = new Map(
      [...stored, ...this.knownItems.values()]
        .filter(({ setId }) => setId === other.id)
        .map((item) => [itemKey(item), item]),
    );
    for (const [key, { setId: _, ...item }] of items) {
      this.knownItems.delete(key);
      this.touchedItems.delete(key);
      this.keep({ ...item, setId: set.id });
      this.remember(set, item);
    }
    this.known.delete(other.id);
    this.touched.delete(other.id);
    this.mergedSets.add(other.id);
    for (const ids of this.byKey.values()) if (ids.delete(other.id)) ids.add(set.id);
    const [firstAt, lastAt] = [earlier(set.firstAt, other.firstAt), later(set.lastAt, other.lastAt)];
    return { ...set, firstAt, lastAt };
  }

  private keep(item: NoticeItem): void {
    this.knownItems.set(itemKey(item), item);
    this.touchedItems.set(itemKey(item), item);
  }

  private grown(
    { kind, spaceId, at }: Contribution,
    set: NoticeSet | undefined,
    changeSet: string,
  ): NoticeSet {
    const [firstAt, lastAt] = [earlier(set?.firstAt ?? at, at), later(set?.lastAt ?? at, at)];
    const after: NoticeSet = {
      ...(set ?? { id: this.newId(), kind, spaceId, changeSet, origin: null }),
      ...{ firstAt, lastAt, closesAt: closingOf(kind, firstAt, lastAt) },
    };
    this.known.set(after.id, after);
    this.touched.add(after.id);
    return after;
  }

  private remember(set: NoticeSet, { seanceId, seriesId }: Pick<NoticeItem, 'seanceId' | 'seriesId'>): void {
    this.name(set.id, `${set.kind} ${seanceId}`);
    if (seriesId !== null) this.name(set.id, `${set.kind} ${seriesId}`);
  }

  private name(setId: string, key: string): void {
    this.byKey.set(key, (this.byKey.get(key) ?? new Set()).add(setId));
  }
}

function earlier(one: Instant, other: Instant): Instant {
  return one < other ? one : other;
}

function later(one: Instant, other: Instant): Instant {
  return one > other ? one : other;
}

const nothing = { differences: {}, actors: [] };

function changeKey({ kind, spaceId }: Pick<NoticeSet, 'kind' | 'spaceId'>, changeSet: string): string {
  return `${kind} ${spaceId} ${changeSet}`;
}

function itemKey({ setId, seanceId, userId }: Pick<NoticeItem, 'setId' | 'seanceId' | 'userId'>): string {
  return `${setId} ${seanceId} ${userId}`;
}
