import type { Named, SeanceEvent } from '../../domain/event/seance-event.js';
import type { NumberedEvent } from './event-numbers.js';
import type { EventRow } from './tables.js';

/** The columns that make an event, without what delivery keeps there. */
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

/** What `eventColumns` read. */
export type StoredEvent = Pick<EventRow, (typeof eventColumns)[number]>;

/** In which the events of one séance happened; those that the version before wrote have no numbers. */
export const orderOfEvents = ['happened_at', 'number', 'sequence'] as const;

export function rowFromEvent({ event, number, at }: NumberedEvent): StoredEvent & Pick<EventRow, 'number'> {
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

export function eventFromRow(row: StoredEvent): SeanceEvent {
  return {
    id: row.id,
    type: row.type,
    at: row.happened_at,
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
