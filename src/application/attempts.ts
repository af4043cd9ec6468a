/** In seconds. */
const longestPause = 3_600;

/** How often somebody is tried to be told something: with the pauses between, the last time is after about a day. */
export const mostAttempts = 32;

/** How long it is left alone after an attempt, counted from 1, in seconds: two at first, then twice as long, up to an hour. */
export function pauseAfter(attempt: number): number {
  return Math.min(longestPause, 2 ** Math.min(attempt, 12));
}
