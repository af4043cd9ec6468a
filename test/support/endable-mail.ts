import type { Knex } from 'knex';
import type { UnsubscriptionRow } from '../../src/adapters/knex/knex-unsubscription-repository.js';
import { RandomAddressTokens } from '../../src/adapters/system/random-address-tokens.js';
import { SystemClock } from '../../src/adapters/system/system-clock.js';

/** The secret in the address with which somebody ends a mail that they got. */
export async function endableMailTo(
  userId: string,
  knex: Knex,
  { mail = 'reminder', locale = 'fr' }: Partial<Pick<UnsubscriptionRow, 'mail' | 'locale'>> = {},
): Promise<string> {
  const tokens = new RandomAddressTokens();
  const token = tokens.create();
  await knex<UnsubscriptionRow>('seance_unsubscription').insert({
    ...{ token_hash: tokens.hashOf(token), user_id: userId, platform_id: '', mail, locale },
    created_at: new SystemClock().now(),
  });
  return token;
}
