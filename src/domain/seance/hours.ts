import type { Schedule } from '../time/schedule.js';
import type { ClockTime, WallTime } from '../time/wall-time.js';

/** What clocks are to show at the start and at the end of a séance; what is absent stays as it is. */
export interface Hours {
  readonly startTime?: ClockTime | undefined;
  readonly endTime?: ClockTime | undefined;
}

/** From when until when a séance is at other hours, on the days that it is on. */
export function atHours(
  { start, end }: Pick<Schedule, 'start' | 'end'>,
  { startTime, endTime }: Hours,
): Pick<Schedule, 'start' | 'end'> {
  return { start: withClock(start, startTime), end: withClock(end, endTime) };
}

function withClock(time: WallTime, clock: ClockTime | undefined): WallTime {
  return clock === undefined ? time : (`${time.slice(0, 11)}${clock}` as WallTime);
}
