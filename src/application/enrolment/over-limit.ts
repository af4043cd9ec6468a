import type { Enrolment } from '../../domain/enrolment/enrolment.js';
import type { Repositories } from '../../ports/unit-of-work.js';
import type { PlaceLedger } from './place-ledger.js';

const enrolmentsAtATime = 500;

/**
 * The places in a séance whose learners have more of them in its group than the limit, by turn. Each is looked at when
 * it is asked for: one that is taken back changes what comes after.
 */
export async function* placesOverLimit(
  { enrolments }: Repositories,
  ledger: PlaceLedger,
  seanceId: string,
): AsyncGenerator<Enrolment> {
  for (let turn = 0; ;) {
    const some = await enrolments.allAfter(seanceId, turn, enrolmentsAtATime);
    const last = some.at(-1);
    if (!last) return;
    turn = last.turn;
    const enrolled = some.filter(({ status }) => status === 'enrolled');
    await ledger.prepare(enrolled.map(({ learner }) => ({ seanceId, userId: learner.id })));
    for (const enrolment of enrolled) if (await ledger.isOverLimit(enrolment)) yield enrolment;
  }
}

/** Those of the séances in which somebody has a place too many. */
export async function seancesOverLimit<Of extends { readonly id: string }>(
  repositories: Repositories,
  ledger: PlaceLedger,
  seances: readonly Of[],
): Promise<readonly Of[]> {
  const over: Of[] = [];
  for (const seance of seances) {
    const { done } = await placesOverLimit(repositories, ledger, seance.id).next();
    if (!done) over.push(seance);
  }
  return over;
}
