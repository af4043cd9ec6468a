import { enrolAll, type PlaceOutcome } from '../../domain/enrolment/seat-acts.js';
import { Refusal } from '../../domain/refusal.js';
import type { AttemptKey } from '../../ports/idempotency-repository.js';
import type { Visit } from '../access/space-access.js';
import { once } from '../once.js';
import type { Transactions } from '../transactions.js';
import type { EnrolmentRequest, NamedLearners } from './named-learners.js';
import type { PlaceLedgers } from './place-ledgers.js';
import type { SeanceHomes } from './seance-homes.js';

/** What became of one person. */
export interface EnrolmentResult {
  readonly userId: string;
  readonly outcome: PlaceOutcome | 'not-a-learner';
}

/** Staff enrol several learners, or whole groups of the host, at once: one transaction, a result for each. */
export class EnrolLearners {
  constructor(
    private readonly transactions: Transactions,
    private readonly named: NamedLearners,
    private readonly homes: SeanceHomes,
    private readonly ledgers: PlaceLedgers,
  ) {}

  /**
   * @returns one result for each person, in the order in which they were named; who is named twice has one.
   * @throws Refusal `not-found`, `validation` for an unknown group, `seance-cancelled`, `enrolment-disabled`,
   * `enrolment-automatic`, `idempotency-key-reused`
   */
  async run(
    visit: Visit<'enrol'>,
    seanceId: string,
    asked: EnrolmentRequest,
    attempt?: AttemptKey,
  ): Promise<readonly EnrolmentResult[]> {
    const { actor, platformId, space } = visit;
    const session = await this.homes.sessionOf(visit, seanceId);
    const { wanted, learners } = await this.named.of(session.id, asked);
    const request = { platformId, spaceId: space.id, seanceIds: [seanceId], actor };
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
}
