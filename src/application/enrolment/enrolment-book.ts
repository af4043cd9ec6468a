import type { Enrolment } from '../../domain/enrolment/enrolment.js';
import type { PlaceWish } from '../../ports/enrolment-repository.js';
import type { Repositories } from '../../ports/unit-of-work.js';

/**
 * The enrolments that one transaction reads and changes: what was changed and is not written yet stands over what is
 * stored. Knows no rule.
 */
export class EnrolmentBook {
  private readonly known = new Map<string, Enrolment | undefined>();
  private readonly counts = new Map<string, number>();
  private readonly added = new Map<string, Enrolment>();
  private readonly altered = new Map<string, Enrolment>();
  private readonly removed = new Set<string>();

  constructor(private readonly repositories: Repositories) {}

  async load(wishes: readonly PlaceWish[]): Promise<void> {
    const unknown = wishes.filter(({ seanceId, userId }) => !this.known.has(key(seanceId, userId)));
    if (unknown.length === 0) return;
    for (const { seanceId, userId } of unknown) this.known.set(key(seanceId, userId), undefined);
    for (const enrolment of await this.repositories.enrolments.find(unknown)) this.know(enrolment);
  }

  /** How many séances of a group each of the users is enrolled in. */
  async loadCounts(groupId: string, userIds: readonly string[]): Promise<void> {
    const unknown = userIds.filter((user) => !this.counts.has(key(groupId, user)));
    if (unknown.length === 0) return;
    // What is not written yet would not be counted.
    await this.flush();
    const counted = await this.repositories.enrolments.countInGroup(groupId, unknown);
    for (const user of unknown) this.counts.set(key(groupId, user), counted.get(user) ?? 0);
  }

  async get(seanceId: string, userId: string): Promise<Enrolment | undefined> {
    await this.load([{ seanceId, userId }]);
    return this.known.get(key(seanceId, userId));
  }

  async countOf(groupId: string, userId: string): Promise<number> {
    await this.loadCounts(groupId, [userId]);
    return this.counts.get(key(groupId, userId)) ?? 0;
  }

  /** Who waits in a séance after a turn, as things stand now. */
  async queueAfter(seanceId: string, turn: number, limit: number): Promise<readonly Enrolment[]> {
    await this.flush();
    const stored = await this.repositories.enrolments.queueAfter(seanceId, turn, limit);
    for (const enrolment of stored) this.know(enrolment);
    return stored;
  }

  add(enrolment: Enrolment, groupId: string | undefined): void {
    this.added.set(enrolment.id, enrolment);
    this.know(enrolment);
    this.count(groupId, enrolment, placesIn(enrolment));
  }

  change(enrolment: Enrolment, groupId: string | undefined): void {
    const pending = this.added.has(enrolment.id) ? this.added : this.altered;
    const before = this.known.get(key(enrolment.seanceId, enrolment.learner.id));
    pending.set(enrolment.id, enrolment);
    this.know(enrolment);
    this.count(groupId, enrolment, placesIn(enrolment) - placesIn(before));
  }

  remove(enrolment: Enrolment, groupId: string | undefined): void {
    if (!this.added.delete(enrolment.id)) this.removed.add(enrolment.id);
    this.altered.delete(enrolment.id);
    this.known.set(key(enrolment.seanceId, enrolment.learner.id), undefined);
    this.count(groupId, enrolment, -placesIn(enrolment));
  }

  /** Forgets what is known of a séance whose enrolments are gone. */
  forget(seanceId: string): void {
    for (const [id, enrolment] of this.known)
      if (enrolment?.seanceId === seanceId) this.known.set(id, undefined);
    this.forgetCounts();
  }

  forgetCounts(): void {
    this.counts.clear();
  }

  /** Removals first: a learner may have left and come back. */
  async flush(): Promise<void> {
    const { enrolments } = this.repositories;
    await enrolments.remove([...this.removed]);
    await enrolments.insert([...this.added.values()]);
    await enrolments.update([...this.altered.values()]);
    this.removed.clear();
    this.added.clear();
    this.altered.clear();
  }

  private know(enrolment: Enrolment): void {
    this.known.set(key(enrolment.seanceId, enrolment.learner.id), enrolment);
  }

  private count(groupId: string | undefined, { learner }: Enrolment, more: number): void {
    if (groupId === undefined) return;
    const id = key(groupId, learner.id);
    const known = this.counts.get(id);
    if (known !== undefined) this.counts.set(id, known + more);
  }
}

function placesIn(enrolment: Enrolment | undefined): number {
  return enrolment?.status === 'enrolled' ? 1 : 0;
}

/** Ids of the host may hold anything but a line break. */
function key(id: string, userId: string): string {
  return `${id}\n${userId}`;
}
