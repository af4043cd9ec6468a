import type { Enrolment } from '../../domain/enrolment/enrolment.js';
import type { EnrolmentBar } from '../../domain/enrolment/enrolment-rules.js';
import { type FieldPath, Refusal, refusedSeance } from '../../domain/refusal.js';
import type { Repositories } from '../../ports/unit-of-work.js';

/** What a learner gives up for a place in a group. */
export interface Exchange {
  /** The place that is given up; undefined for none. What may not be left now is not given up. */
  readonly given: Enrolment | undefined;
  /** The place that would be given up, if it might be left. */
  readonly kept: KeptPlace | undefined;
  /** Whether the limit of the group allows the new place, once `given` is given up. */
  readonly hasRoom: boolean;
}

/** A place that may not be left, and why. */
export interface KeptPlace {
  readonly enrolment: Enrolment;
  readonly bar: EnrolmentBar;
}

/** Of a request about two séances: says which one is in the way. @param field what the request names it by. */
export async function barredSeance(
  { seances }: Repositories,
  { spaceId, seanceId }: Pick<Enrolment, 'spaceId' | 'seanceId'>,
  bar: EnrolmentBar,
  field: FieldPath,
): Promise<Refusal> {
  const { seance } = await seances.get(spaceId, seanceId);
  return new Refusal(bar, [{ field, code: bar, seance: refusedSeance(seance) }]);
}
