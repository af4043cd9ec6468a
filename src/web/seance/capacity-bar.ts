import type { Locale } from '../core/locale.js';
import type { SeancesClient } from '../space/seances-client.js';
import type { Seance, SeanceInput } from './seance.js';

/**
 * Says why a séance cannot have so few places: because of those who are in, as the server counts them now. Undefined
 * where nothing is said of places, or everybody is in.
 */
export async function capacityBar(
  client: SeancesClient,
  { id, enrolmentMode: before }: Seance,
  { capacity, enrolmentMode: mode = before }: Partial<SeanceInput>,
  locale: Locale,
): Promise<string | undefined> {
  if (capacity === undefined || capacity === null || mode === 'automatic') return undefined;
  const { enrolledCount: count } = await client.getSeance(id);
  return capacity < count ? locale.text('form.capacityBelow', { count }) : undefined;
}
