import type { WallTime } from './wall-time.js';

/** From one local time to another, `YYYY-MM-DDTHH:mm` both. */
export interface Span {
  readonly start: WallTime;
  readonly end: WallTime;
}
