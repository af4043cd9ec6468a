import { createHash, randomBytes } from 'node:crypto';
import type { AddressTokens } from '../../ports/address-tokens.js';

/** 256 random bits: guessing one is out of the question, so that a digest without salt or delay is enough. */
const secretBytes = 32;

export class RandomAddressTokens implements AddressTokens {
  create(): string {
    return randomBytes(secretBytes).toString('base64url');
  }

  hashOf(token: string): string {
    return createHash('sha256').update(token).digest('hex');
  }
}
