import {
  type Contribution,
  closingOf,
  contributionsOf,
  isOfOneChange,
  joined,
} from '../../domain/notice/change-set.js';
import type { SetKind } from '../../domain/notice/notice.js';
import type { Clock } from '../../ports/clock.js';
import type { IdGenerator } from '../../ports/id-generator.js';
import type { NoticeItem, NoticeSet, UnderivedEvent } from '../../ports/notice-repository.js';
import type { Repositories, UnitOfWork } from '../../ports/unit-of-work.js';
import { deriveDeliveries } from '../webhook/derive-deliveries.js';

/** Events that are looked through in one transaction. */
export const derivedAtOnce = 500;

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
      for (const one of events) drafts.add(one);
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
  private readonly byKey = new Map<string, string>();
  private readonly touched = new Set<string>();
  private readonly knownItems = new Map<string, NoticeItem>();
  private readonly touchedItems = new Map<string, NoticeItem>();

  private constructor(
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
    const drafts = new SetDrafts(series, [...untold, ...unwanted], newId);
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
      if (set.changeSet !== null) drafts.byKey.set(changeKey(set, set.changeSet), set.id);
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

  add({ event, changeSet }: UnderivedEvent): void {
    for (const contribution of contributionsOf(event))
      if (!this.untold.includes(contribution.kind)) this.join(contribution, changeSet);
  }

  private join(contribution: Contribution, changeSet: string): void {
    const { kind, seanceId, sessionId, userId, facts } = contribution;
    const seriesId = this.series.get(seanceId) ?? null;
    const set = this.grown(contribution, this.setFor(contribution, seriesId, changeSet), changeSet);
    const item = { setId: set.id, seanceId, userId, sessionId, seriesId };
    const before = this.knownItems.get(itemKey(item));
    const after = { ...item, facts: joined(before?.facts ?? nothing, facts) };
    this.knownItems.set(itemKey(item), after);
    this.touchedItems.set(itemKey(item), after);
    this.byKey.set(changeKey({ kind, spaceId: contribution.spaceId }, changeSet), set.id);
    this.remember(set, item);
  }

  /** A set that is open for it: of the same change, of the same séance, or of its series. */
  private setFor(
    { kind, spaceId, seanceId, at }: Contribution,
    seriesId: string | null,
    changeSet: string,
  ): NoticeSet | undefined {
    const keys = [
      changeKey({ kind, spaceId }, changeSet),
      ...(isOfOneChange(kind)
        ? []
        : [`${kind} ${seanceId}`, ...(seriesId === null ? [] : [`${kind} ${seriesId}`])]),
    ];
    return keys
      .map((key) => this.known.get(this.byKey.get(key) ?? ''))
      .find((set) => set && (isOfOneChange(kind) || at <= set.closesAt));
  }

  private grown(
    { kind, spaceId, at }: Contribution,
    set: NoticeSet | undefined,
    changeSet: string,
  ): NoticeSet {
    const firstAt = set && set.firstAt < at ? set.firstAt : at;
    const lastAt = set && set.lastAt > at ? set.lastAt : at;
    const after: NoticeSet = {
      ...(set ?? { id: this.newId(), kind, spaceId, changeSet, origin: null }),
      ...{ firstAt, lastAt, closesAt: closingOf(kind, firstAt, lastAt) },
    };
    this.known.set(after.id, after);
    this.touched.add(after.id);
    return after;
  }

  private remember(set: NoticeSet, { seanceId, seriesId }: Pick<NoticeItem, 'seanceId' | 'seriesId'>): void {
    this.byKey.set(`${set.kind} ${seanceId}`, set.id);
    if (seriesId !== null) this.byKey.set(`${set.kind} ${seriesId}`, set.id);
  }
}

const nothing = { differences: {}, actors: [] };

function changeKey({ kind, spaceId }: Pick<NoticeSet, 'kind' | 'spaceId'>, changeSet: string): string {
  return `${kind} ${spaceId} ${changeSet}`;
}

function itemKey({ setId, seanceId, userId }: Pick<NoticeItem, 'setId' | 'seanceId' | 'userId'>): string {
  return `${setId} ${seanceId} ${userId}`;
}
