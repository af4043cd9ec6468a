import type { Refused } from '../../domain/enrolment/seat-acts.js';
import { type FieldPath, Refusal, refusedSeance } from '../../domain/refusal.js';
import { wallTimeIn } from '../../domain/time/schedule.js';
import type { Repositories } from '../../ports/unit-of-work.js';

/**
 * Says when enrolment opens or closed, and which séance is in the way when it is another one.
 *
 * @param field what the request names that one by.
 */
export async function seatRefusal(
  { seances }: Repositories,
  spaceId: string,
  barred: Refused,
  field: FieldPath,
): Promise<Refusal> {
  if (barred.otherSeanceId === undefined) return ownRefusal(barred);
  const { refused, otherSeanceId } = barred;
  const { seance } = await seances.get(spaceId, otherSeanceId);
  return new Refusal(refused, [{ field, code: refused, seance: refusedSeance(seance) }]);
}

function ownRefusal({ refused, moment }: Exclude<Refused, { otherSeanceId: string }>): Refusal {
  if (!moment || refused === 'seance-full') return new Refusal(refused);
  const { at, timeZone } = moment;
  return new Refusal(refused, [
    { field: [], code: refused, moment: { wallTime: wallTimeIn(timeZone, at), timeZone } },
  ]);
}
