import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { Digests } from '../../ports/digests.js';

export class NodeDigests implements Digests {
  sha256(text: string): string {
    return createHash('sha256').update(text).digest('hex');
  }

  keyed(secret: string, text: string): string {
    return createHmac('sha256', secret).update(text).digest('hex');
  }

  random(): string {
    return randomBytes(32).toString('hex');
  }
}
