import type { Locale } from '../core/locale.js';
import type { OwnEnrolment } from '../wire.gen.js';

/** A séance that the reader has at the same time as another one. */
export type Overlap = OwnEnrolment['overlaps'][number];

/** As many as are named. */
const named = 3;

/** Names what somebody has at the time of the place that they took, with the hours; empty for nothing. */
export function overlapNote(overlaps: readonly Overlap[], locale: Locale, ownZone: string): string {
  if (overlaps.length === 0) return '';
  const places = overlaps.slice(0, named).map(({ name, start, end, timeZone: zone }) => {
    const when = locale.wallPeriod(start, end);
    return zone === ownZone
      ? locale.text('notice.overlapping', { name, when })
      : locale.text('notice.overlappingIn', { name, when, zone });
  });
  const hidden = overlaps.length - places.length;
  const more = hidden > 0 ? [locale.text('deletion.more', { count: hidden })] : [];
  return locale.text('notice.overlap', { count: overlaps.length, places: [...places, ...more].join(' ; ') });
}
