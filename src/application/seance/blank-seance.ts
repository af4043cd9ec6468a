import { Refusal } from '../../domain/refusal.js';
import type { Seance } from '../../domain/seance/seance.js';
import { blankContent } from '../../domain/seance/seance-content.js';
import type { Settings } from '../../domain/settings/settings.js';
import { type Instant, schedule } from '../../domain/time/schedule.js';
import { parseTimeZone, type TimeZone } from '../../domain/time/time-zone.js';
import type { TrainingSession } from '../../ports/directory.js';
import type { Visit } from '../access/space-access.js';
import type { SeanceInput } from './seance-input.js';

/** Where and by whom a séance is made. */
export interface Making extends Pick<Seance, 'id' | 'origin'> {
  readonly visit: Visit<'edit'>;
  readonly session: TrainingSession;
  readonly settings: Settings;
  readonly now: Instant;
}

/**
 * A séance of which only the name and the time are known.
 *
 * @throws Refusal `validation` when it ends before it starts.
 */
export function blankSeance(
  input: Pick<SeanceInput, 'name' | 'start' | 'end' | 'timeZone'>,
  { visit, session, settings, now, id, origin }: Making,
): Seance {
  return {
    ...schedule(input.start, input.end, input.timeZone ?? zoneOf(session, settings)),
    id,
    spaceId: visit.space.id,
    sessionId: session.id,
    ...blankContent(input.name, settings),
    origin,
    seriesId: null,
    seriesNumber: null,
    ownFields: [],
    version: 1,
    createdBy: visit.actor.id,
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
    cancelled: null,
  };
}

/** The zone of séances that say nothing of it: the session's, else the platform's. */
function zoneOf(session: TrainingSession, settings: Settings): TimeZone {
  const zone = parseTimeZone(session.timeZone ?? settings.defaultTimeZone);
  if (!zone) throw new Refusal('unavailable', [], `No zone data for the time zone of session ${session.id}.`);
  return zone;
}
