import { displace as displaceIn, isOverLimit } from '../../domain/enrolment/reshaping.js';
import { type FieldPath, Refusal, refusedSeance } from '../../domain/refusal.js';
import type { Seance } from '../../domain/seance/seance.js';
import type { PlaceLedger } from './place-ledger.js';

/**
 * Séances are back: those who have no room left in the group go into the queue. Nobody is taken out of a séance that
 * they may not be taken out of: when one has begun, those who were in it took part.
 *
 * @param fieldOf where the request names a séance.
 * @returns how many wait now.
 * @throws Refusal `group-limit` when such a séance would put somebody over the limit.
 */
export async function displace(
  ledger: PlaceLedger,
  seances: readonly Seance[],
  fieldOf: (id: string) => FieldPath,
): Promise<number> {
  let displaced = 0;
  const over: Seance[] = [];
  const kept = new Set(await ledger.carryOut((seats) => seances.filter(({ id }) => seats.hasBegun(id))));
  for (const { id } of seances.filter((seance) => !kept.has(seance)))
    displaced += await ledger.carryOut((seats) => displaceIn(seats, id));
  for (const seance of kept)
    if (await ledger.carryOut((seats) => isOverLimit(seats, seance.id))) over.push(seance);
  if (over.length === 0) return displaced;
  throw new Refusal(
    'group-limit',
    over.map((seance) => ({
      field: fieldOf(seance.id),
      code: 'group-limit',
      seance: refusedSeance(seance),
    })),
  );
}
