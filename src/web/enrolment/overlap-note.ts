import { periodSaid } from '../core/hours-there.js';
import type { Locale } from '../core/locale.js';
import { someOf } from '../core/some-of.js';
import type { OwnEnrolment } from '../wire.gen.js';

/** A séance that the reader has at the same time as another one. */
export type Overlap = OwnEnrolment['overlaps'][number];

/** As many as are named. */
const named = 3;

/** Names what somebody has at the time of the place that they took, with the hours; empty for nothing. */
export function overlapNote(overlaps: readonly Overlap[], locale: Locale, ownZone: string): string {
  if (overlaps.length === 0) return '';
  const places = overlaps.map((overlap) => {
    const when = periodSaid(overlap, locale, ownZone);
    return locale.text('notice.overlapping', { name: overlap.name, when });
  });
  const said = someOf(places, named, locale).join(' ; ');
  return locale.text('notice.overlap', { count: overlaps.length, places: said });
}
