import type { Learner } from '../../domain/enrolment/enrolment.js';
import { type EnrolmentBar, enrolmentBars } from '../../domain/enrolment/enrolment-rules.js';
import type { Places } from '../../domain/enrolment/places.js';
import {
  enrolAll,
  leaveSeat,
  type PlaceOutcome,
  type SeatBar,
  takeSeat,
} from '../../domain/enrolment/seat-acts.js';
import { Refusal, type RefusalCode } from '../../domain/refusal.js';
import { inScope, type Scope } from '../../domain/series/series-scope.js';
import type { Directory } from '../../ports/directory.js';
import type { AttemptKey } from '../../ports/idempotency-repository.js';
import type { Visit } from '../access/space-access.js';
import { once } from '../once.js';
import { idsInReach } from '../series/locked-series.js';
import type { Transaction, Transactions } from '../transactions.js';
import type { EnrolmentRequest, NamedLearners } from './named-learners.js';
import type { PlaceLedger } from './place-ledger.js';
import type { PlaceLedgers } from './place-ledgers.js';
import type { SeanceHomes } from './seance-homes.js';

/** What became of one person on one date. */
export interface DatedResult {
  readonly seanceId: string;
  readonly userId: string;
  readonly outcome: PlaceOutcome | 'not-a-learner' | EnrolmentBar;
}

/** What became of what a learner asked for themselves, on one date. */
export interface OwnDatedResult {
  readonly seanceId: string;
  readonly outcome: 'enrolled' | 'waiting' | 'existing' | 'left' | EnrolmentBar | SeatBar;
}

/** Which dates of a series, and who is asked about. */
interface DatesRequest {
  readonly seanceId: string;
  readonly scope: Scope;
  readonly learners: readonly Learner[];
}

/** The most places, people times dates, that one request asks for: some seconds of work under locks. */
const mostAtOnce = 50_000;

const bars: ReadonlySet<string> = new Set<EnrolmentBar | SeatBar>([
  ...enrolmentBars,
  'group-limit',
  'seance-full',
]);

/**
 * Places on several dates of a series: one transaction, a result for each date. What keeps somebody from one date keeps
 * them from no other; the rules of each are those of a single séance.
 */
export class PlacesInSeries {
  constructor(
    private readonly transactions: Transactions,
    private readonly directory: Directory,
    private readonly named: NamedLearners,
    private readonly homes: SeanceHomes,
    private readonly ledgers: PlaceLedgers,
  ) {}

  /**
   * Staff enrol people on every date in scope that has not begun: lists of those that have are corrected one by one.
   *
   * @returns by start, then in the order in which people were named.
   * @throws Refusal `not-found`, `validation` for an unknown group, `too-many-enrolments`, `idempotency-key-reused`, and
   * what keeps everybody from all of the dates.
   */
  async enrol(
    visit: Visit<'enrol'>,
    seanceId: string,
    scope: Scope,
    request: EnrolmentRequest,
    attempt?: AttemptKey,
  ): Promise<readonly DatedResult[]> {
    const session = await this.homes.sessionOf(visit, seanceId);
    const { wanted, learners: known } = await this.named.of(session.id, request);
    const learners = wanted.flatMap((userId) => known.get(userId) ?? []);
    return this.transactions.write((transaction) =>
      once(transaction, attempt, transaction.now, () =>
        this.onDates(transaction, visit, { seanceId, scope, learners }, async (ledger, date) => {
          const arrivals = learners.map((learner) => ({ enrolmentId: transaction.newId(), learner }));
          const outcomes = await ledger.carryOut((seats) => enrolAllInTime(seats, date, arrivals));
          return wanted.map((userId) => ({
            seanceId: date,
            userId,
            outcome: 'refused' in outcomes ? outcomes.refused : (outcomes.get(userId) ?? 'not-a-learner'),
          }));
        }),
      ),
    );
  }

  /**
   * Enrols the actor on every date in scope, or puts them into its queue.
   *
   * @returns by start.
   * @throws Refusal `not-found`, `not-a-learner`, and what keeps them from the date that was named when something does
   * from every date.
   */
  async take(visit: Visit, seanceId: string, scope: Scope): Promise<readonly OwnDatedResult[]> {
    const session = await this.homes.sessionOf(visit, seanceId);
    const [person] = await this.directory.learnersAmong(session.id, [visit.actor.id]);
    if (!person) throw new Refusal('not-a-learner');
    const { id, name, firstName, lastName } = person;
    const learner = { id, name, firstName, lastName };
    return this.transactions.write((transaction) =>
      this.onDates<OwnDatedResult>(
        transaction,
        visit,
        { seanceId, scope, learners: [learner] },
        async (ledger, date) => {
          const arrival = { enrolmentId: transaction.newId(), learner, insteadOf: null };
          const seated = await ledger.carryOut((seats) => takeSeat(seats, date, arrival));
          if ('refused' in seated) return [{ seanceId: date, outcome: seated.refused }];
          return [{ seanceId: date, outcome: seated.outcome === 'already' ? 'existing' : seated.outcome }];
        },
      ),
    );
  }

  /**
   * Gives up what the actor has on the dates in scope.
   *
   * @returns by start; a date on which they have nothing is left out.
   * @throws Refusal `not-found`, and what keeps them in the date that was named when something does in all of them.
   */
  async giveUp(visit: Visit, seanceId: string, scope: Scope): Promise<readonly OwnDatedResult[]> {
    await this.homes.sessionOf(visit, seanceId);
    const { id, name } = visit.actor;
    const learner = { id, name, firstName: '', lastName: '' };
    return this.transactions.write((transaction) =>
      this.onDates<OwnDatedResult>(
        transaction,
        visit,
        { seanceId, scope, learners: [learner] },
        async (ledger, date) =>
          ledger.carryOut((seats) => {
            const isAutomatic = seats.placesOf(date).enrolmentMode === 'automatic';
            if (!isAutomatic && !seats.enrolmentOf({ seanceId: date, userId: id })) return [];
            const barred = leaveSeat(seats, date, id, 'learner');
            return [{ seanceId: date, outcome: barred?.refused ?? 'left' }];
          }),
      ),
    );
  }

  /** Does something on each date in scope, under the locks of all. */
  private async onDates<Result extends OwnDatedResult | DatedResult>(
    transaction: Transaction,
    visit: Visit,
    { seanceId, scope, learners }: DatesRequest,
    act: (ledger: PlaceLedger, date: string) => Promise<readonly Result[]>,
  ): Promise<readonly Result[]> {
    const { seance } = await transaction.seances.get(visit.space.id, seanceId);
    const seanceIds = await idsInReach(transaction, seance, scope);
    const { platformId, actor } = visit;
    const request = { platformId, spaceId: visit.space.id, seanceIds, actor };
    return this.ledgers.with(transaction, request, async (ledger) => {
      const dates = datesInScope(ledger.placesOf(seanceIds), seanceId, scope);
      assertFeasible(dates.length * learners.length);
      await ledger.prepare(
        dates.flatMap((date) => learners.map(({ id }) => ({ seanceId: date, userId: id }))),
      );
      const results: Result[] = [];
      for (const date of dates) results.push(...(await act(ledger, date)));
      assertSomeAllowed(results, seanceId);
      return results;
    });
  }
}

/** Of a date that has begun, nobody corrects the list unawares. */
function enrolAllInTime(
  ...[seats, seanceId, arrivals]: Parameters<typeof enrolAll>
): ReturnType<typeof enrolAll> {
  const bar = seats.barTo('take', 'staff', seanceId) ?? seats.barTo('take', 'acceptance', seanceId);
  return bar ? { refused: bar } : enrolAll(seats, seanceId, arrivals);
}

/** By start. @throws Refusal `not-found` when the séance that was named is gone. */
function datesInScope(places: readonly Places[], seanceId: string, scope: Scope): readonly string[] {
  const dates = places.map(({ seanceId: id, startsAt }) => ({ id, startsAt }));
  const target = dates.find(({ id }) => id === seanceId);
  if (!target) throw new Refusal('not-found');
  return inScope(target, dates, scope).map(({ id }) => id);
}

function assertFeasible(count: number): void {
  if (count <= mostAtOnce) return;
  throw new Refusal('too-many-enrolments', [
    { field: [], code: 'too-many-enrolments', params: { count, limit: mostAtOnce } },
  ]);
}

/** @throws Refusal of the date that was named, when every date has one. */
function assertSomeAllowed(
  results: readonly { readonly seanceId: string; readonly outcome: string }[],
  seanceId: string,
): void {
  const isAllowed = results.some(({ outcome }) => !bars.has(outcome));
  if (results.length === 0 || isAllowed) return;
  const told = results.find((result) => result.seanceId === seanceId) ?? results[0];
  throw new Refusal(told?.outcome as RefusalCode);
}
