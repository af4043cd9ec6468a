import { type Instant, shiftInstant } from '../time/schedule.js';
import type { Slot } from './roll.js';

const secondsPerDay = 24 * 60 * 60;

/** Until when a signed half-day is kept that was closed at `closedAt`, with its séance and its names. */
export function keptUntil(closedAt: Instant, attendanceRetentionDays: number): Instant {
  return shiftInstant(closedAt, attendanceRetentionDays * secondsPerDay);
}

/** What was signed and closed then, or later, is kept at `now`. */
export function keptSince(now: Instant, attendanceRetentionDays: number): Instant {
  return shiftInstant(now, -attendanceRetentionDays * secondsPerDay);
}

export function isKept(
  { closedAt, isSigned }: Pick<Slot, 'closedAt' | 'isSigned'>,
  now: Instant,
  attendanceRetentionDays: number,
): boolean {
  return isSigned && closedAt !== null && closedAt >= keptSince(now, attendanceRetentionDays);
}
