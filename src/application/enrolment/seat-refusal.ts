import type { Refused } from '../../domain/enrolment/seat-acts.js';
import { type FieldPath, Refusal, refusedSeance } from '../../domain/refusal.js';
import type { Repositories } from '../../ports/unit-of-work.js';

/** Says which séance is in the way when it is another one. @param field what the request names that one by. */
export async function seatRefusal(
  { seances }: Repositories,
  spaceId: string,
  { refused, otherSeanceId }: Refused,
  field: FieldPath,
): Promise<Refusal> {
  if (otherSeanceId === undefined) return new Refusal(refused);
  const { seance } = await seances.get(spaceId, otherSeanceId);
  return new Refusal(refused, [{ field, code: refused, seance: refusedSeance(seance) }]);
}
