import { Refusal } from '../../domain/refusal.js';
import type { Seance } from '../../domain/seance/seance.js';
import type { Settings } from '../../domain/settings/settings.js';
import type { Transaction } from '../transactions.js';

/** A séance, in a space of a platform. */
export interface AttendedAddress {
  readonly platformId: string;
  readonly spaceId: string;
  readonly seanceId: string;
}

/**
 * Locks a séance of which it is written down who was there.
 *
 * @throws Refusal `attendance-off`, `not-found`, `seance-cancelled`
 */
export async function lockAttended(
  transaction: Transaction,
  { platformId, spaceId, seanceId }: AttendedAddress,
): Promise<{ readonly settings: Settings; readonly seance: Seance }> {
  const settings = await transaction.settingsInForce(platformId);
  if (settings.attendance === 'off') throw new Refusal('attendance-off');
  const [seance] = await transaction.seances.lock(spaceId, [seanceId]);
  if (!seance) throw new Refusal('not-found');
  if (seance.cancelled) throw new Refusal('seance-cancelled');
  return { settings, seance };
}
