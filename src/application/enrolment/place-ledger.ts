import type { Enrolment, PlaceWish } from '../../domain/enrolment/enrolment.js';
import type { Places } from '../../domain/enrolment/places.js';
import { decide } from '../../domain/enrolment/decide.js';
import {
  type MissingRows,
  type Seating,
  withCounts,
  withEnrolments,
  withLinePart,
} from '../../domain/enrolment/seating.js';
import type { Seats } from '../../domain/enrolment/seats.js';
import type { Named } from '../../domain/event/seance-event.js';
import { byStart } from '../../domain/seance/seance.js';
import { groupedBy } from '../../domain/grouped.js';
import type { Repositories } from '../../ports/unit-of-work.js';
import type { Fact } from '../event/event-recorder.js';
import { SeatWrites } from './seat-writes.js';

/**
 * The one path for every change of a place: by the learner, by staff, by a capacity, a mode, a group, a deletion or a
 * departure. It holds the locks of its séances (see place-ledgers.ts), has the rules of `domain/enrolment` decide, reads
 * the rows that they ask for, and writes in a handful of statements what was decided.
 */
export class PlaceLedger {
  /** What happened, in order: written down by who opened the ledger. */
  readonly facts: Fact[] = [];
  private readonly writes = new SeatWrites();

  /** @param seating of the locked séances; every one that a change can reach. */
  constructor(
    private readonly repositories: Repositories,
    private seating: Seating,
    private actor: Named | null,
  ) {}

  /** Says who does what follows. */
  actingFor(actor: Named): void {
    this.actor = actor;
  }

  /** Whether the séance is there, and not deleted. */
  has(seanceId: string): boolean {
    return this.seating.places.get(seanceId)?.isDeleted === false;
  }

  /** Of the séances that are there and not deleted, by start. */
  placesOf(seanceIds: readonly string[]): readonly Places[] {
    return seanceIds
      .filter((id) => this.has(id))
      .flatMap((id) => this.seating.places.get(id) ?? [])
      .sort((one, other) => byStart({ ...one, id: one.seanceId }, { ...other, id: other.seanceId }));
  }

  /**
   * Has an act decided, with the rows that it asks for.
   *
   * @throws what the act throws; then it has changed nothing.
   */
  async carryOut<Answer>(act: (seats: Seats) => Answer): Promise<Answer> {
    for (;;) {
      const decision = decide(this.seating, act);
      if ('missing' in decision) {
        await this.read(decision.missing);
        continue;
      }
      this.seating = decision.seating;
      this.facts.push(...decision.events.map((event) => ({ ...event, actor: this.actor })));
      this.writes.push(decision.writes);
      return decision.answer;
    }
  }

  /** Reads what is known of many at once, so that the act of each costs no statement of its own. */
  async prepare(wishes: readonly PlaceWish[]): Promise<void> {
    const here = wishes.filter(({ seanceId }) => this.has(seanceId));
    await this.carryOut((seats) =>
      seats.need({
        enrolments: here,
        counts: here.flatMap(({ seanceId, userId }) => {
          const group = seats.groupOf(seanceId);
          return group ? [{ groupId: group.id, userId }] : [];
        }),
      }),
    );
  }

  /** Takes note of an enrolment that was read under the locks. */
  learn(enrolment: Enrolment): void {
    this.seating = withEnrolments(this.seating, [], [enrolment]);
  }

  /** Writes what was decided. */
  async flush(): Promise<void> {
    await this.writes.flush(this.repositories.enrolments);
    const { places } = this.seating;
    await this.repositories.enrolments.saveCounts(
      this.writes.seanceIds.flatMap((id) => places.get(id) ?? []),
    );
    this.writes.countersAreStored();
  }

  private async read({ enrolments = [], counts = [], line }: MissingRows): Promise<void> {
    const { enrolments: stored } = this.repositories;
    if (enrolments.length > 0)
      this.seating = withEnrolments(this.seating, enrolments, await stored.find(enrolments));
    // What was decided and is not written yet would not be counted, and not be in the queue.
    if (counts.length > 0 || line) await this.writes.flush(stored);
    for (const [groupId, users] of groupedBy(counts, (count) => count.groupId)) {
      const userIds = [...new Set(users.map(({ userId }) => userId))];
      this.seating = withCounts(this.seating, groupId, userIds, await stored.countInGroup(groupId, userIds));
    }
    if (!line) return;
    const { seanceId, after, limit } = line;
    const found = await (line.of === 'queue'
      ? stored.queueAfter(seanceId, after, limit)
      : stored.allAfter(seanceId, after, limit));
    this.seating = withLinePart(this.seating, line, found);
  }
}
