/**
 * Wall times and instants by `Intl.DateTimeFormat` alone: an instant is searched for whose clock shows the wall time.
 * Shares no code with Temporal. Times are milliseconds since 1970, wall times as if they were UTC.
 */
const minute = 60_000;
const day = 24 * 60 * minute;

/** Further than any clock has ever jumped: Apia skipped a whole day. */
const beyondEveryJump = 1.25 * day;

const formats = new Map<string, Intl.DateTimeFormat>();
const shownTimes = new Map<string, number>();

/** The instant at which clocks show `wallTime` for the first time; moved forward by the gap when they never do. */
export function instantBy(wallTime: string, timeZone: string): string {
  return text(epochOf(asUtc(wallTime), timeZone));
}

/** As {@link instantBy}, for the end of something whose start is given: after a skipped start, the length is exact. */
export function endInstantBy(start: string, end: string, timeZone: string): string {
  const from = epochOf(asUtc(start), timeZone);
  if (shown(from, timeZone) === asUtc(start)) return instantBy(end, timeZone);
  return text(from + asUtc(end) - asUtc(start));
}

function epochOf(wallTime: number, timeZone: string): number {
  const before = offsetAt(wallTime - beyondEveryJump, timeZone);
  const after = offsetAt(wallTime + beyondEveryJump, timeZone);
  const candidates = [wallTime - before, wallTime - after].sort((one, other) => one - other);
  return candidates.find((epoch) => shown(epoch, timeZone) === wallTime) ?? wallTime - before;
}

function offsetAt(epoch: number, timeZone: string): number {
  return shown(epoch, timeZone) - epoch;
}

function shown(epoch: number, timeZone: string): number {
  const key = `${epoch} ${timeZone}`;
  const known = shownTimes.get(key);
  if (known !== undefined) return known;
  const parts = formatOf(timeZone).formatToParts(epoch);
  const part = (name: string) => Number(parts.find(({ type }) => type === name)?.value);
  const wallTime = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  shownTimes.set(key, wallTime);
  return wallTime;
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const numeric = {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  } as const;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    ...numeric,
    second: 'numeric',
    hourCycle: 'h23',
  });
  formats.set(timeZone, format);
  return format;
}

function asUtc(wallTime: string): number {
  return Date.parse(`${wallTime}:00Z`);
}

function text(epoch: number): string {
  return new Date(epoch).toISOString().replace('.000Z', 'Z');
}
