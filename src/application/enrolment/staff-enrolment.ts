import type { Enrolment } from '../../domain/enrolment/enrolment.js';
import type { EnrolmentBar } from '../../domain/enrolment/enrolment-rules.js';
import { freePlaces } from '../../domain/enrolment/places.js';
import { Refusal } from '../../domain/refusal.js';
import type { Directory } from '../../ports/directory.js';
import type { Repositories, UnitOfWork } from '../../ports/unit-of-work.js';
import type { Visit } from '../access/space-access.js';
import type { ReadSettings } from '../settings/read-settings.js';
import { type EnrolmentView, enrolmentView } from './enrolment-view.js';
import { barredSeance } from './exchange.js';
import type { PlaceLedger } from './place-ledger.js';
import type { PlaceLedgers } from './place-ledgers.js';
import type { SeanceHomes } from './seance-homes.js';

/** What staff do with one enrolment: accept it from the queue, take it away, move it to another séance. */
export class StaffEnrolment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly directory: Directory,
    private readonly homes: SeanceHomes,
    private readonly ledgers: PlaceLedgers,
    private readonly readSettings: ReadSettings,
  ) {}

  /**
   * Gives a place to somebody who waits, whoever is before them. Accepting who is enrolled changes nothing.
   *
   * @throws Refusal `not-found`, `seance-full`, `group-limit`, and what keeps staff from enrolling there, or from taking
   * out of the place that would be given up.
   */
  async accept(visit: Visit<'enrol'>, seanceId: string, enrolmentId: string): Promise<EnrolmentView> {
    return this.change(visit, seanceId, enrolmentId, [], async (ledger, enrolment) => {
      assertFree(ledger.barTo('take', 'staff', seanceId));
      return enrolmentView(await ledger.accept(enrolment), null);
    });
  }

  /** @throws Refusal `not-found`, `enrolment-automatic`, `seance-started` */
  async remove(visit: Visit<'enrol'>, seanceId: string, enrolmentId: string): Promise<void> {
    await this.change(visit, seanceId, enrolmentId, [], async (ledger, enrolment) => {
      assertFree(ledger.barTo('leave', 'staff', seanceId));
      await ledger.release(enrolment, 'removed');
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
    return this.change(visit, seanceId, enrolmentId, [toId], async (ledger, enrolment, repositories) => {
      if (!ledger.has(toId)) throw noSuchTarget();
      assertFree(ledger.barTo('leave', 'staff', seanceId));
      const bar = ledger.barTo('take', 'staff', toId);
      if (bar) throw await barredSeance(repositories, { ...enrolment, seanceId: toId }, bar, ['seanceId']);
      const { learner } = enrolment;
      const there = await ledger.enrolmentOf(toId, learner.id);
      if (there?.status !== 'enrolled') await this.enrolThere(ledger, enrolment, there, toId);
      const left = await ledger.enrolmentOf(seanceId, learner.id);
      if (left) await ledger.release(left, 'moved');
      return enrolmentView((await ledger.enrolmentOf(toId, learner.id)) as Enrolment, null);
    });
  }

  private async enrolThere(
    ledger: PlaceLedger,
    { seanceId, learner }: Enrolment,
    there: Enrolment | undefined,
    toId: string,
  ): Promise<void> {
    const places = ledger.placesOf(toId);
    if (there) {
      await ledger.accept({ ...there, insteadOf: seanceId });
      return;
    }
    if (freePlaces(places) <= 0 || places.waiting > 0) throw new Refusal('seance-full');
    if ((await ledger.enrol(toId, learner, 'staff', seanceId)) === 'group-limit')
      throw new Refusal('group-limit');
  }

  private async assertLearnerOf(
    visit: Visit<'enrol'>,
    seanceId: string,
    enrolmentId: string,
    toId: string,
  ): Promise<void> {
    const enrolment = await this.unitOfWork.read(({ enrolments }) =>
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
    { space, actor }: Visit<'enrol'>,
    seanceId: string,
    enrolmentId: string,
    others: readonly string[],
    work: (ledger: PlaceLedger, enrolment: Enrolment, repositories: Repositories) => Promise<T>,
  ): Promise<T> {
    const settings = await this.readSettings.run();
    const request = { spaceId: space.id, seanceIds: [seanceId, ...others], settings, actor };
    return this.unitOfWork.write((repositories) =>
      this.ledgers.with(repositories, request, async (ledger) => {
        ledger.placesOf(seanceId);
        const enrolment = await repositories.enrolments.get(space.id, seanceId, enrolmentId);
        if (!enrolment) throw new Refusal('not-found');
        return work(ledger, enrolment, repositories);
      }),
    );
  }
}

/** Of the séance that the body names. */
function noSuchTarget(): Refusal {
  return new Refusal('not-found', [{ field: ['seanceId'], code: 'not-proposed' }]);
}

function assertFree(bar: EnrolmentBar | undefined): void {
  if (bar) throw new Refusal(bar);
}
