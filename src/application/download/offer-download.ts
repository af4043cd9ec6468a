import { secondsOpen } from '../../domain/download/download.js';
import { type Instant, shiftInstant } from '../../domain/time/schedule.js';
import type { AddressTokens } from '../../ports/address-tokens.js';
import type { Download } from '../../ports/download-repository.js';
import type { AttemptKey } from '../../ports/idempotency-repository.js';
import type { Actor } from '../../ports/identity.js';
import { once } from '../once.js';
import type { Transactions } from '../transactions.js';

/** A file that can be fetched. Its token is told here, and never again. */
export interface OfferedDownload {
  readonly token: string;
  readonly expiresAt: Instant;
}

/** Has who asks fetch a file once, from an address that needs nobody signed in. They may have it: that was asked before. */
export class OfferDownload {
  constructor(
    private readonly transactions: Transactions,
    private readonly tokens: AddressTokens,
  ) {}

  /** However often one attempt is sent, there is one download: the last answer has the address that leads to it. */
  async run(
    actor: Actor,
    { path, language }: Pick<Download, 'path' | 'language'>,
    attempt: AttemptKey | undefined,
  ): Promise<OfferedDownload> {
    const token = this.tokens.create();
    const tokenHash = this.tokens.hashOf(token);
    return this.transactions.write(async (transaction) => {
      const { now, downloads } = transaction;
      const { id, expiresAt } = await once(transaction, attempt, now, async () => {
        const made = { id: transaction.newId(), expiresAt: shiftInstant(now, secondsOpen) };
        await downloads.add({ ...made, tokenHash, actor, path, language });
        return made;
      });
      // Of the secret of the first time nothing is kept that could be told again.
      if (attempt) await downloads.readdress(id, tokenHash);
      return { token, expiresAt };
    });
  }
}
