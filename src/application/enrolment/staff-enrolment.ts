import type { Enrolment } from '../../domain/enrolment/enrolment.js';
import { acceptSeat, leaveSeat, moveSeat } from '../../domain/enrolment/seat-acts.js';
import { Refusal } from '../../domain/refusal.js';
import type { Directory } from '../../ports/directory.js';
import type { Visit } from '../access/space-access.js';
import type { Transaction, Transactions } from '../transactions.js';
import { type EnrolmentView, enrolmentView } from './enrolment-view.js';
import type { PlaceLedger } from './place-ledger.js';
import type { PlaceLedgers } from './place-ledgers.js';
import type { SeanceHomes } from './seance-homes.js';
import { seatRefusal } from './seat-refusal.js';

/**
 * What staff do with one enrolment: accept it from the queue, take it away, move it to another séance. Once a séance has
 * begun this corrects the list of those who took part.
 */
export class StaffEnrolment {
  constructor(
    private readonly transactions: Transactions,
    private readonly directory: Directory,
    private readonly homes: SeanceHomes,
    private readonly ledgers: PlaceLedgers,
  ) {}

  /**
   * Gives a place to somebody who waits, whoever is before them. Accepting who is enrolled changes nothing.
   *
   * @throws Refusal `not-found`, `seance-full`, `group-limit`, and what keeps staff from enrolling there, or from taking
   * out of the place that would be given up.
   */
  async accept(visit: Visit<'enrol'>, seanceId: string, enrolmentId: string): Promise<EnrolmentView> {
    return this.change(visit, seanceId, enrolmentId, [], async (ledger, enrolment, transaction) => {
      const seated = await ledger.carryOut((seats) => acceptSeat(seats, enrolment));
      if ('refused' in seated) throw await seatRefusal(transaction, visit.space.id, seated, []);
      return enrolmentView(seated, null);
    });
  }

  /** @throws Refusal `not-found`, `enrolment-automatic` */
  async remove(visit: Visit<'enrol'>, seanceId: string, enrolmentId: string): Promise<void> {
    await this.change(visit, seanceId, enrolmentId, [], async (ledger, enrolment) => {
      const barred = await ledger.carryOut((seats) =>
        leaveSeat(seats, seanceId, enrolment.learner.id, 'staff'),
      );
      if (barred) throw new Refusal(barred.refused);
    });
  }

  /**
   * Moves somebody to another séance of the space in one step: the place is given up when the new one is theirs.
   *
   * @throws Refusal `validation` when it is the same séance, `not-found`, which points at the other séance when that is
   * what is missing, `not-a-learner`, `seance-full` when nothing is free there, `group-limit`, and what keeps staff from
   * taking out of the one or, saying so of it, from enrolling in the other.
   */
  async move(
    visit: Visit<'enrol'>,
    seanceId: string,
    enrolmentId: string,
    toId: string,
  ): Promise<EnrolmentView> {
    if (toId === seanceId) throw Refusal.field('seanceId', 'not-allowed');
    await this.assertLearnerOf(visit, seanceId, enrolmentId, toId);
    return this.change(visit, seanceId, enrolmentId, [toId], async (ledger, enrolment, transaction) => {
      if (!ledger.has(toId)) throw noSuchTarget();
      const to = { seanceId: toId, enrolmentId: transaction.newId() };
      const seated = await ledger.carryOut((seats) => moveSeat(seats, enrolment, to));
      if ('refused' in seated) throw await seatRefusal(transaction, visit.space.id, seated, ['seanceId']);
      return enrolmentView(seated, null);
    });
  }

  private async assertLearnerOf(
    visit: Visit<'enrol'>,
    seanceId: string,
    enrolmentId: string,
    toId: string,
  ): Promise<void> {
    const enrolment = await this.transactions.read(({ enrolments }) =>
      enrolments.get(visit.space.id, seanceId, enrolmentId),
    );
    if (!enrolment) throw new Refusal('not-found');
    const session = await this.homes.sessionOf(visit, toId).catch((error: unknown) => {
      throw Refusal.is(error) && error.code === 'not-found' ? noSuchTarget() : error;
    });
    const found = await this.directory.learnersAmong(session.id, [enrolment.learner.id]);
    if (found.length === 0) throw new Refusal('not-a-learner');
  }

  private async change<T>(
    { space, actor, platformId }: Visit<'enrol'>,
    seanceId: string,
    enrolmentId: string,
    others: readonly string[],
    work: (ledger: PlaceLedger, enrolment: Enrolment, transaction: Transaction) => Promise<T>,
  ): Promise<T> {
    const request = { platformId, spaceId: space.id, seanceIds: [seanceId, ...others], actor };
    return this.transactions.write((transaction) =>
      this.ledgers.with(transaction, request, async (ledger) => {
        const enrolment = ledger.has(seanceId)
          ? await transaction.enrolments.get(space.id, seanceId, enrolmentId)
          : undefined;
        if (!enrolment) throw new Refusal('not-found');
        ledger.learn(enrolment);
        return work(ledger, enrolment, transaction);
      }),
    );
  }
}

/** Of the séance that the body names. */
function noSuchTarget(): Refusal {
  return new Refusal('not-found', [{ field: ['seanceId'], code: 'not-proposed' }]);
}
