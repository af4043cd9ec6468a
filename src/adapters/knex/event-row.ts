import type { EventType, Named, SeanceEvent } from '../../domain/event/seance-event.js';
import type { Instant } from '../../domain/time/schedule.js';
import type { NumberedEvent } from './event-numbers.js';

/** A row of `seance_event`, without what delivery keeps there. */
export interface EventRow {
  id: string;
  space_id: string;
  session_id: string;
  seance_id: string;
  type: string;
  happened_at: string;
  actor_id: string | null;
  actor_name: string | null;
  user_id: string | null;
  user_name: string | null;
  data: string;
}

export const eventColumns = [
  'id',
  'space_id',
  'session_id',
  'seance_id',
  'type',
  'happened_at',
  'actor_id',
  'actor_name',
  'user_id',
  'user_name',
  'data',
] as const satisfies readonly (keyof EventRow)[];

/** In which the events of one séance happened; those that the version before wrote have no numbers. */
export const orderOfEvents = ['happened_at', 'number', 'sequence'] as const;

export function rowFromEvent({ event, number, at }: NumberedEvent): EventRow & { number: number } {
  return {
    id: event.id,
    space_id: event.spaceId,
    session_id: event.sessionId,
    seance_id: event.seanceId,
    type: event.type,
    number,
    happened_at: at,
    actor_id: event.actor?.id ?? null,
    actor_name: event.actor?.name.slice(0, 255) ?? null,
    user_id: event.user?.id ?? null,
    user_name: event.user?.name.slice(0, 255) ?? null,
    data: JSON.stringify(event.data),
  };
}

export function eventFromRow(row: EventRow): SeanceEvent {
  return {
    id: row.id,
    type: row.type as EventType,
    at: row.happened_at as Instant,
    actor: named(row.actor_id, row.actor_name),
    spaceId: row.space_id,
    sessionId: row.session_id,
    seanceId: row.seance_id,
    user: named(row.user_id, row.user_name),
    data: JSON.parse(row.data) as Readonly<Record<string, unknown>>,
  };
}

/** Somebody who was forgotten has neither an id nor a name any more, but was there: an empty text, not null. */
function named(id: string | null, name: string | null): Named | null {
  return id === null ? null : { id, name: name ?? '' };
}
