import type { EventType, SeanceEvent } from '../../src/domain/event/seance-event.js';
import { nextId, noon, sessionId, spaceId } from './seance-records.js';

/** Something that happened to a séance, with what `parts` say. */
export function seanceEvent(
  seanceId: string,
  type: EventType,
  parts: Partial<SeanceEvent> = {},
): SeanceEvent {
  return {
    ...{ id: nextId(), type, at: noon, actor: null, spaceId, sessionId, seanceId, user: null, data: {} },
    ...parts,
  };
}
