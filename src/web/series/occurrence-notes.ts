import type { Locale } from '../core/locale.js';
import { warningNote } from '../seance/warning-notes.js';
import type { TrainingSession } from '../space/space.js';
import type { PlannedSeance } from './series.js';

/** What there is to know about a planned séance before it is written, a sentence each. */
export function occurrenceNotes(
  planned: Pick<
    PlannedSeance,
    'start' | 'end' | 'startsAt' | 'endsAt' | 'timeZone' | 'conflicts' | 'warnings'
  >,
  session: TrainingSession,
  locale: Locale,
): readonly string[] {
  // Of the place, and alike for all dates: said once, where it is chosen.
  const ofTheDate = planned.warnings.filter(({ code }) => code !== 'location-deleted');
  return ofTheDate.map((warning) => warningNote(warning, planned, session, locale));
}
