import type { Audience } from '../../domain/notice/change-set.js';
import { isOwnDoing, leftOf } from '../../domain/notice/change-set.js';
import type { Seance } from '../../domain/seance/seance.js';
import type { Instant } from '../../domain/time/schedule.js';
import type { Directory } from '../../ports/directory.js';
import type { NoticeItem, NoticeSet, Participant } from '../../ports/notice-repository.js';
import type { Repositories } from '../../ports/unit-of-work.js';
import { batchesOf } from '../page-walk.js';

/** Somebody who is told, and of which séances of the set. */
export interface Told {
  readonly userId: string;
  readonly seanceIds: readonly string[];
}

/** Something to be told, of a séance that is there. */
interface Telling {
  readonly item: NoticeItem;
  readonly seance: Seance;
  readonly to: readonly Audience[];
}

const everybody: readonly Audience[] = ['enrolled', 'waiting', 'trainers'];

/** Who is told of a set, in batches of a thousand at most; nobody twice. */
export class NoticeAudience {
  constructor(
    private readonly repositories: Repositories,
    private readonly directory: Directory,
  ) {}

  /** @param items of the set. */
  async *of(set: NoticeSet, items: readonly NoticeItem[], now: Instant): AsyncGenerator<readonly Told[]> {
    const tellings = await this.toldNowhereElse(set, await this.tellings(set, items, now));
    const told = new Recipients();
    const moved = new Set(tellings.filter(({ item }) => isMore(item)).map(({ item }) => item.userId));
    for (const telling of tellings) addNamed(told, set, telling, moved);
    const seances = tellings.filter(({ to }) => to.some((one) => one !== 'trainers'));
    const byId = new Map(seances.map((telling) => [telling.seance.id, telling]));
    const chosen = seances.filter(({ seance }) => seance.enrolmentMode !== 'automatic');
    const { noticeSets } = this.repositories;
    for (const participant of await noticeSets.participants(chosen.map(({ seance }) => seance.id)))
      addParticipant(told, byId.get(participant.seanceId), participant);
    yield* this.automatic(told, seances);
    yield* told.rest();
  }

  private async tellings(
    set: NoticeSet,
    items: readonly NoticeItem[],
    now: Instant,
  ): Promise<readonly Telling[]> {
    const left = items.flatMap((item) => {
      const facts = leftOf(item.facts);
      return facts ? [{ ...item, facts }] : [];
    });
    const ids = [...new Set(left.map(({ seanceId }) => seanceId))];
    const entries = await this.repositories.feedEntries.entries(ids);
    const there = new Map(entries.map(({ seance }) => [seance.id, seance]));
    return left.flatMap((item) => {
      const seance = there.get(item.seanceId);
      if (seance?.deletedAt !== null || !isTold(set, item, seance, now)) return [];
      return [{ item, seance, to: audienceOf(set, item) }];
    });
  }

  /** Of places that people have got, those that they still have, and of which no notice tells them. */
  private async toldNowhereElse(
    { kind, changeSet, lastAt }: NoticeSet,
    tellings: readonly Telling[],
  ): Promise<readonly Telling[]> {
    if (kind !== 'confirmation') return tellings;
    const [seanceIds, userIds] = [
      tellings.map(({ seance }) => seance.id),
      tellings.map(({ item }) => item.userId),
    ];
    const { noticeSets } = this.repositories;
    const there = await noticeSets.participants(seanceIds, [...new Set(userIds)]);
    // Who has left, and come again, is told of the place that they have now.
    const kept = there.filter(({ enrolledAt }) => enrolledAt !== null && enrolledAt <= lastAt);
    const places = new Set(kept.map(({ seanceId, userId }) => `${seanceId} ${userId}`));
    const told = changeSet === null ? [] : await noticeSets.itemsOfChange(changeSet, 'place');
    const moved = new Set(told.filter(isMore).map(({ userId }) => userId));
    return tellings.filter(
      ({ item: { seanceId, userId } }) => !moved.has(userId) && places.has(`${seanceId} ${userId}`),
    );
  }

  /** Those who are in séances that everybody of the session is in. */
  private async *automatic(told: Recipients, tellings: readonly Telling[]): AsyncGenerator<readonly Told[]> {
    const automatic = tellings.filter(
      ({ seance, to }) => seance.enrolmentMode === 'automatic' && to.includes('enrolled'),
    );
    const sessions = new Set(automatic.map(({ seance }) => seance.sessionId));
    for (const sessionId of sessions) {
      const theirs = automatic.filter(({ seance }) => seance.sessionId === sessionId);
      const isLast = sessions.size === 1;
      for await (const people of batchesOf((page) => this.directory.learners(sessionId, page))) {
        told.addAll(people, theirs);
        if (isLast) yield told.take(people.map(({ id }) => id));
      }
    }
  }
}

/** What has ended before anything was changed is nobody's business any more. */
function isTold(
  { kind, firstAt }: NoticeSet,
  { facts }: NoticeItem,
  { endsAt, cancelled, startsAt }: Seance,
  now: Instant,
): boolean {
  if (kind === 'reminder') return cancelled === null && startsAt > now;
  if (kind === 'confirmation' && cancelled !== null) return false;
  return endsAt > firstAt || 'start' in facts.differences || 'absence' in facts.differences;
}

function audienceOf({ kind }: NoticeSet, { facts }: NoticeItem): readonly Audience[] {
  switch (kind) {
    case 'change':
      return everybody;
    case 'information':
      return [...new Set((facts.announced ?? []).flatMap(({ to }) => to))];
    case 'reminder':
      return ['enrolled', 'trainers'];
    case 'enrolments':
      return ['trainers'];
    default:
      return [];
  }
}

/** @param moved who had a place before, or waited for one. */
function addNamed(told: Recipients, { kind }: NoticeSet, telling: Telling, moved: ReadonlySet<string>): void {
  const { item, seance, to } = telling;
  if (kind === 'confirmation') told.put(item.userId, telling);
  if (kind === 'assigned' || (kind === 'place' && moved.has(item.userId))) told.add(item.userId, telling);
  if (to.includes('trainers')) for (const { id } of seance.trainers) told.add(id, telling);
}

/** Who was enrolled by staff has nothing to find out: what is told is what they lost, or won by waiting, and that they were noted absent. */
function isMore({ facts }: NoticeItem): boolean {
  return 'absence' in facts.differences || (facts.differences['place']?.before ?? null) !== null;
}

function addParticipant(
  told: Recipients,
  telling: Telling | undefined,
  { userId, status }: Participant,
): void {
  if (telling?.to.includes(status)) told.add(userId, telling);
}

class Recipients {
  private readonly seances = new Map<string, Set<string>>();

  /** But for those who did it themselves. */
  add(userId: string, telling: Telling): void {
    if (!isOwnDoing(userId, telling.item.facts)) this.put(userId, telling);
  }

  put(userId: string, { item }: Telling): void {
    const known = this.seances.get(userId) ?? new Set();
    this.seances.set(userId, known.add(item.seanceId));
  }

  addAll(people: readonly { readonly id: string }[], tellings: readonly Telling[]): void {
    for (const { id } of people) for (const telling of tellings) this.add(id, telling);
  }

  /** Those of `userIds` who are told, who are not among the rest any more. */
  take(userIds: readonly string[]): readonly Told[] {
    return userIds.flatMap((userId) => {
      const seanceIds = this.seances.get(userId);
      this.seances.delete(userId);
      return seanceIds ? [{ userId, seanceIds: [...seanceIds] }] : [];
    });
  }

  *rest(): Generator<readonly Told[]> {
    const ids = [...this.seances.keys()];
    for (let first = 0; first < ids.length; first += 1_000) yield this.take(ids.slice(first, first + 1_000));
  }
}
