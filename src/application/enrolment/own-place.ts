import type { Enrolment, Learner } from '../../domain/enrolment/enrolment.js';
import { Refusal, type RefusalCode } from '../../domain/refusal.js';
import type { Directory } from '../../ports/directory.js';
import type { Repositories, UnitOfWork } from '../../ports/unit-of-work.js';
import type { Visit } from '../access/space-access.js';
import type { ReadSettings } from '../settings/read-settings.js';
import { automaticView, type EnrolmentView, enrolmentView } from './enrolment-view.js';
import { barredSeance } from './exchange.js';
import type { PlaceLedger } from './place-ledger.js';
import type { PlaceLedgers } from './place-ledgers.js';
import { PlaceRequests } from './place-requests.js';
import type { SeanceHomes } from './seance-homes.js';

/** What a learner's request for a place came to. */
export interface OwnPlaceResult {
  /** `existing` when they were in, or in the queue, before. */
  readonly outcome: 'enrolled' | 'waiting' | 'existing';
  readonly enrolment: EnrolmentView;
}

interface OwnRequest {
  readonly does: 'take' | 'give-up';
  readonly seanceId: string;
  readonly learner: Learner;
  readonly insteadOf: string | null;
}

/** A refusal is an answer to one request; the others of the same transaction have their own. */
type OwnAnswer = OwnPlaceResult | { readonly refused: Refusal } | { readonly outcome: 'left' };

/** A learner's own place: taking it, changing one's choice in a group, giving it up. */
export class OwnPlace {
  private readonly requests: PlaceRequests<OwnRequest, OwnAnswer>;

  constructor(
    unitOfWork: UnitOfWork,
    private readonly directory: Directory,
    private readonly homes: SeanceHomes,
    private readonly ledgers: PlaceLedgers,
    private readonly readSettings: ReadSettings,
  ) {
    this.requests = new PlaceRequests(unitOfWork, (repositories, requests, spaceId) =>
      this.serve(repositories, requests, spaceId),
    );
  }

  /**
   * Enrols the actor, or puts them into the queue. Enrolling twice changes nothing.
   *
   * @param insteadOf a séance of the same group that the actor gives up for this one, once this one is certain.
   * @throws Refusal `not-found`, `not-a-learner`, `enrolment-disabled`, `not-public`, `seance-started`,
   * `enrolment-closed`, `group-limit`; at `?insteadOf` when it is the place to give up that may not be left.
   */
  async take(visit: Visit, seanceId: string, insteadOf: string | null): Promise<OwnPlaceResult> {
    const answer = await this.ask(visit, seanceId, 'take', insteadOf);
    if ('enrolment' in answer) return answer;
    throw 'refused' in answer ? answer.refused : new Refusal('not-found');
  }

  /**
   * Gives up the actor's place, or turn in the queue; nothing when they have none.
   *
   * @throws Refusal `not-found`, `enrolment-automatic`, `not-public`, `seance-started`, `enrolment-closed`
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
    const { actor } = visit;
    const session = await this.homes.sessionOf(visit, seanceId);
    const [person] = await this.directory.learnersAmong(session.id, [actor.id]);
    if (!person && does === 'take') throw new Refusal('not-a-learner');
    const { id, name, firstName, lastName } = person ?? { ...actor, firstName: '', lastName: '' };
    const learner = { id, name, firstName, lastName };
    const request = { does, seanceId, learner, insteadOf };
    return this.requests.submit(this.ledgers.keyOf(seanceId), request, visit.space.id);
  }

  private async serve(
    repositories: Repositories,
    requests: readonly OwnRequest[],
    spaceId: string,
  ): Promise<readonly OwnAnswer[]> {
    const settings = await this.readSettings.within(repositories);
    const wishes = requests.flatMap(({ seanceId, insteadOf, learner }) =>
      [seanceId, ...(insteadOf === null ? [] : [insteadOf])].map((id) => ({
        seanceId: id,
        userId: learner.id,
      })),
    );
    const seanceIds = [...new Set(wishes.map(({ seanceId }) => seanceId))];
    const request = { spaceId, seanceIds, settings, actor: null };
    return this.ledgers.with(repositories, request, async (ledger) => {
      await ledger.prepare(wishes);
      const answers: OwnAnswer[] = [];
      for (const one of requests) {
        ledger.actingFor(one.learner);
        answers.push(await this.answer(repositories, ledger, one));
      }
      return answers;
    });
  }

  private async answer(
    repositories: Repositories,
    ledger: PlaceLedger,
    request: OwnRequest,
  ): Promise<OwnAnswer> {
    if (!ledger.has(request.seanceId)) return refused('not-found');
    return request.does === 'take'
      ? this.taken(repositories, ledger, request)
      : this.givenUp(ledger, request);
  }

  private async taken(
    repositories: Repositories,
    ledger: PlaceLedger,
    { seanceId, learner, insteadOf }: OwnRequest,
  ): Promise<OwnAnswer> {
    if (ledger.placesOf(seanceId).enrolmentMode === 'automatic')
      return { outcome: 'existing', enrolment: automaticView(learner) };
    const existing = await ledger.enrolmentOf(seanceId, learner.id);
    const bar = ledger.barTo('take', 'learner', seanceId);
    if (bar && !existing) return refused(bar);
    const { kept } = await ledger.exchange({ seanceId, learner, insteadOf }, 'learner');
    if (kept && existing?.status !== 'enrolled')
      return { refused: await barredSeance(repositories, kept.enrolment, kept.bar, ['insteadOf']) };
    const outcome = bar ? 'already' : await ledger.enrol(seanceId, learner, 'self', insteadOf);
    if (outcome === 'group-limit') return refused('group-limit');
    const enrolment = (await ledger.enrolmentOf(seanceId, learner.id)) as Enrolment;
    // Who has just joined the queue is the last in it.
    const position =
      outcome === 'already'
        ? await positionOf(repositories, enrolment)
        : enrolment.status === 'waiting'
          ? ledger.placesOf(seanceId).waiting
          : null;
    return {
      outcome: outcome === 'already' ? 'existing' : outcome,
      enrolment: enrolmentView(enrolment, position),
    };
  }

  private async givenUp(ledger: PlaceLedger, { seanceId, learner }: OwnRequest): Promise<OwnAnswer> {
    const bar = ledger.barTo('leave', 'learner', seanceId);
    if (bar) return refused(bar);
    const enrolment = await ledger.enrolmentOf(seanceId, learner.id);
    if (enrolment) await ledger.release(enrolment, 'left');
    return { outcome: 'left' };
  }
}

function refused(code: RefusalCode): OwnAnswer {
  return { refused: new Refusal(code) };
}

async function positionOf({ enrolments }: Repositories, enrolment: Enrolment): Promise<number | null> {
  if (enrolment.status === 'enrolled') return null;
  const [own] = await enrolments.ofUser(enrolment.learner.id, [enrolment.seanceId]);
  return own?.position ?? null;
}
