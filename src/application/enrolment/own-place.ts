import type { Enrolment, Learner } from '../../domain/enrolment/enrolment.js';
import { leaveSeat, takeSeat } from '../../domain/enrolment/seat-acts.js';
import { Refusal } from '../../domain/refusal.js';
import type { Directory } from '../../ports/directory.js';
import type { Repositories } from '../../ports/unit-of-work.js';
import type { Visit } from '../access/space-access.js';
import type { Transaction, Transactions } from '../transactions.js';
import { automaticView, type EnrolmentView, enrolmentView } from './enrolment-view.js';
import type { PlaceLedger } from './place-ledger.js';
import type { PlaceLedgers } from './place-ledgers.js';
import { PlaceRequests } from './place-requests.js';
import type { SeanceHomes } from './seance-homes.js';
import { seatRefusal } from './seat-refusal.js';

/** What a learner's request for a place came to. */
export interface OwnPlaceResult {
  /** `existing` when they were in, or in the queue, before. */
  readonly outcome: 'enrolled' | 'waiting' | 'existing';
  readonly enrolment: EnrolmentView;
}

interface OwnRequest {
  /** Of the space. */
  readonly platformId: string;
  readonly does: 'take' | 'give-up';
  readonly seanceId: string;
  readonly learner: Learner;
  readonly insteadOf: string | null;
}

/** A refusal is an answer to one request; the others of the same transaction have their own. */
type OwnAnswer = OwnPlaceResult | { readonly refused: Refusal } | { readonly outcome: 'left' };

/** A learner's own place: taking it, changing one's choice in a group, giving it up. */
export class OwnPlace {
  private readonly requests: PlaceRequests<OwnRequest, OwnAnswer, Transaction>;

  constructor(
    transactions: Transactions,
    private readonly directory: Directory,
    private readonly homes: SeanceHomes,
    private readonly ledgers: PlaceLedgers,
  ) {
    this.requests = new PlaceRequests(transactions, (transaction, requests, spaceId) =>
      this.serve(transaction, requests, spaceId),
    );
  }

  /**
   * Enrols the actor, or puts them into the queue. Enrolling twice changes nothing.
   *
   * @param insteadOf a séance of the same group that the actor gives up for this one, once this one is certain.
   * @throws Refusal `not-found`, `not-a-learner`, `enrolment-disabled`, `not-public`, `seance-started`,
   * `seance-cancelled`, `enrolment-not-open`, `enrolment-closed`, `group-limit`; at `?insteadOf` when it is the place to give up that may not be left.
   */
  async take(visit: Visit, seanceId: string, insteadOf: string | null): Promise<OwnPlaceResult> {
    const answer = await this.ask(visit, seanceId, 'take', insteadOf);
    if ('enrolment' in answer) return answer;
    throw 'refused' in answer ? answer.refused : new Refusal('not-found');
  }

  /**
   * Gives up the actor's place, or turn in the queue; nothing when they have none.
   *
   * @throws Refusal `not-found`, `enrolment-automatic`, `not-public`, `seance-started`, `seance-cancelled`,
   * `enrolment-closed`
   */
  async giveUp(visit: Visit, seanceId: string): Promise<void> {
    const answer = await this.ask(visit, seanceId, 'give-up', null);
    if ('refused' in answer) throw answer.refused;
  }

  private async ask(
    visit: Visit,
    seanceId: string,
    does: OwnRequest['does'],
    insteadOf: string | null,
  ): Promise<OwnAnswer> {
    const { actor, platformId } = visit;
    const session = await this.homes.sessionOf(visit, seanceId);
    const [person] = await this.directory.learnersAmong(session.id, [actor.id]);
    if (!person && does === 'take') throw new Refusal('not-a-learner');
    const { id, name, firstName, lastName } = person ?? { ...actor, firstName: '', lastName: '' };
    const learner = { id, name, firstName, lastName };
    const request = { platformId, does, seanceId, learner, insteadOf };
    return this.requests.submit(this.ledgers.keyOf(seanceId), request, visit.space.id);
  }

  private async serve(
    transaction: Transaction,
    requests: readonly OwnRequest[],
    spaceId: string,
  ): Promise<readonly OwnAnswer[]> {
    const wishes = requests.flatMap(({ seanceId, insteadOf, learner }) =>
      [seanceId, ...(insteadOf === null ? [] : [insteadOf])].map((id) => ({
        seanceId: id,
        userId: learner.id,
      })),
    );
    const seanceIds = [...new Set(wishes.map(({ seanceId }) => seanceId))];
    // Those that are served together are of one space.
    const platformId = requests[0]?.platformId ?? '';
    const request = { platformId, spaceId, seanceIds, actor: null };
    return this.ledgers.with(transaction, request, async (ledger) => {
      await ledger.prepare(wishes);
      const answers: OwnAnswer[] = [];
      for (const asked of requests) {
        ledger.actingFor(asked.learner);
        answers.push(await this.answer(transaction, ledger, asked, spaceId));
      }
      return answers;
    });
  }

  private async answer(
    transaction: Transaction,
    ledger: PlaceLedger,
    request: OwnRequest,
    spaceId: string,
  ): Promise<OwnAnswer> {
    if (!ledger.has(request.seanceId)) return { refused: new Refusal('not-found') };
    return request.does === 'take'
      ? this.taken(transaction, ledger, request, spaceId)
      : this.givenUp(transaction, ledger, request, spaceId);
  }

  private async taken(
    transaction: Transaction,
    ledger: PlaceLedger,
    { seanceId, learner, insteadOf }: OwnRequest,
    spaceId: string,
  ): Promise<OwnAnswer> {
    const arrival = { enrolmentId: transaction.newId(), learner, insteadOf };
    const { seated, waiting } = await ledger.carryOut((seats) => ({
      seated: takeSeat(seats, seanceId, arrival),
      waiting: seats.placesOf(seanceId).waiting,
    }));
    if ('refused' in seated)
      return { refused: await seatRefusal(transaction, spaceId, seated, ['insteadOf']) };
    const { outcome, enrolment } = seated;
    if (!enrolment) return { outcome: 'existing', enrolment: automaticView(learner) };
    if (outcome === 'already') {
      const position = await positionOf(transaction, enrolment);
      return { outcome: 'existing', enrolment: enrolmentView(enrolment, position) };
    }
    // Who has just joined the queue is the last in it.
    return { outcome, enrolment: enrolmentView(enrolment, outcome === 'waiting' ? waiting : null) };
  }

  private async givenUp(
    transaction: Transaction,
    ledger: PlaceLedger,
    { seanceId, learner }: OwnRequest,
    spaceId: string,
  ): Promise<OwnAnswer> {
    const barred = await ledger.carryOut((seats) => leaveSeat(seats, seanceId, learner.id, 'learner'));
    return barred ? { refused: await seatRefusal(transaction, spaceId, barred, []) } : { outcome: 'left' };
  }
}

async function positionOf({ enrolments }: Repositories, enrolment: Enrolment): Promise<number | null> {
  if (enrolment.status === 'enrolled') return null;
  const [own] = await enrolments.ofUser(enrolment.learner.id, [enrolment.seanceId]);
  return own?.position ?? null;
}
