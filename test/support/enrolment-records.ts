import type { Enrolment, Learner } from '../../src/domain/enrolment/enrolment.js';
import type { EventType, SeanceEvent } from '../../src/domain/event/seance-event.js';
import { person } from '../../src/testing/index.js';
import { nextId, noon, sessionId, spaceId } from './seance-records.js';

/** A learner of the session whose last name is their id, unless it is given. */
export function learner(id: string, lastName = id): Learner {
  return person(id, 'Ada', lastName);
}

/** Somebody who has a place in a séance, with what `parts` say. */
export function enrolmentRecord(seanceId: string, parts: Partial<Enrolment> = {}): Enrolment {
  const status = parts.status ?? 'enrolled';
  return {
    id: nextId(),
    ...{ seanceId, spaceId, sessionId },
    learner: learner('learner1'),
    status,
    turn: 1,
    source: 'self',
    insteadOf: null,
    requestedAt: noon,
    enrolledAt: status === 'enrolled' ? noon : null,
    ...parts,
  };
}

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
