import type { EnrolmentMode } from '../../domain/seance/seance.js';
import type { TimeZone } from '../../domain/time/time-zone.js';
import type { WallTime } from '../../domain/time/wall-time.js';

/** What somebody writes of a séance. Absent is "the default" when creating and "as it is" when editing. */
export interface SeanceChanges {
  readonly name?: string;
  readonly start?: WallTime;
  readonly end?: WallTime;
  readonly timeZone?: TimeZone;
  /** HTML, as it comes from the client. */
  readonly description?: string | null;
  readonly extraInfo?: string | null;
  readonly enrolmentMode?: EnrolmentMode;
  readonly capacity?: number | null;
  readonly locationId?: string | null;
  readonly trainerIds?: readonly string[];
  /** A group of the session by its id, or by a name, found or created; null or an empty name for none. */
  readonly groupId?: string | null;
  readonly groupName?: string | null;
  readonly inAgenda?: boolean;
}

export type SeanceInput = SeanceChanges & Required<Pick<SeanceChanges, 'name' | 'start' | 'end'>>;
