import { uuidv7 } from 'uuidv7';
import type { IdGenerator } from '../../ports/id-generator.js';

export class UuidGenerator implements IdGenerator {
  next(): string {
    return uuidv7();
  }
}
