import type { Learner } from '../../domain/enrolment/enrolment.js';
import { enrolAll, type PlaceOutcome } from '../../domain/enrolment/seat-acts.js';
import { Refusal } from '../../domain/refusal.js';
import type { Directory } from '../../ports/directory.js';
import type { AttemptKey } from '../../ports/idempotency-repository.js';
import type { Visit } from '../access/space-access.js';
import { wholeList } from '../page-walk.js';
import { once } from '../once.js';
import type { Transactions } from '../transactions.js';
import type { PlaceLedgers } from './place-ledgers.js';
import type { SeanceHomes } from './seance-homes.js';

export interface EnrolmentRequest {
  readonly userIds?: readonly string[];
  /** Groups of the host: everybody in them who is a learner of the session. */
  readonly groupIds?: readonly string[];
}

/** What became of one person. */
export interface EnrolmentResult {
  readonly userId: string;
  readonly outcome: PlaceOutcome | 'not-a-learner';
}

/** The directory takes at most so many ids at a time. */
const idsAtATime = 1_000;

/** Staff enrol several learners, or whole groups of the host, at once: one transaction, a result for each. */
export class EnrolLearners {
  constructor(
    private readonly transactions: Transactions,
    private readonly directory: Directory,
    private readonly homes: SeanceHomes,
    private readonly ledgers: PlaceLedgers,
  ) {}

  /**
   * @returns one result for each person, in the order in which they were named; who is named twice has one.
   * @throws Refusal `not-found`, `validation` for an unknown group, `enrolment-disabled`, `enrolment-automatic`,
   * `idempotency-key-reused`
   */
  async run(
    visit: Visit<'enrol'>,
    seanceId: string,
    { userIds = [], groupIds = [] }: EnrolmentRequest,
    attempt?: AttemptKey,
  ): Promise<readonly EnrolmentResult[]> {
    const { actor, space } = visit;
    const session = await this.homes.sessionOf(visit, seanceId);
    const [named, grouped] = await Promise.all([
      this.learners(session.id, userIds),
      this.members(session.id, groupIds),
    ]);
    const learners = new Map([...named, ...grouped].map((learner) => [learner.id, learner]));
    const wanted = [...new Set([...userIds, ...grouped.map(({ id }) => id)])];
    const request = { spaceId: space.id, seanceIds: [seanceId], actor };
    return this.transactions.write((transaction) =>
      once(transaction, attempt, transaction.now, () =>
        this.ledgers.with(transaction, request, async (ledger) => {
          if (!ledger.has(seanceId)) throw new Refusal('not-found');
          const arrivals = wanted.flatMap((userId) => {
            const learner = learners.get(userId);
            return learner ? [{ enrolmentId: transaction.newId(), learner }] : [];
          });
          const outcomes = await ledger.carryOut((seats) => enrolAll(seats, seanceId, arrivals));
          if ('refused' in outcomes) throw new Refusal(outcomes.refused);
          return wanted.map((userId) => ({ userId, outcome: outcomes.get(userId) ?? 'not-a-learner' }));
        }),
      ),
    );
  }

  private async learners(sessionId: string, userIds: readonly string[]): Promise<readonly Learner[]> {
    const ids = [...new Set(userIds)];
    const found: Learner[] = [];
    for (let from = 0; from < ids.length; from += idsAtATime)
      found.push(...(await this.directory.learnersAmong(sessionId, ids.slice(from, from + idsAtATime))));
    return found;
  }

  /** @throws Refusal `validation` with `not-proposed` at each group that has no learner of the session. */
  private async members(sessionId: string, groupIds: readonly string[]): Promise<readonly Learner[]> {
    const members: Learner[] = [];
    const unknown: number[] = [];
    for (const [index, groupId] of groupIds.entries()) {
      const { items } = await wholeList((page) => this.directory.learners(sessionId, { groupId, ...page }));
      if (items.length === 0) unknown.push(index);
      members.push(...items);
    }
    if (unknown.length > 0) {
      throw new Refusal(
        'validation',
        unknown.map((index) => ({ field: ['groupIds', index], code: 'not-proposed' })),
      );
    }
    return members;
  }
}
