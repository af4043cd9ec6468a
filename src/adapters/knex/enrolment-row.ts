import type { Enrolment, Learner } from '../../domain/enrolment/enrolment.js';
import type { Places } from '../../domain/enrolment/places.js';
import { windowInstants } from '../../domain/seance/enrolment-window.js';
import { sortKey } from '../../domain/text/fold.js';
import { counterColumns } from './event-numbers.js';
import type { EnrolmentRow, SeanceRow } from './tables.js';

/** The columns that make an enrolment, without the one that only queries read. */
export const enrolmentColumns = [
  'id',
  'space_id',
  'session_id',
  'seance_id',
  'user_id',
  'user_name',
  'first_name',
  'last_name',
  'status',
  'turn',
  'source',
  'instead_of',
  'requested_at',
  'enrolled_at',
] as const satisfies readonly (keyof EnrolmentRow)[];

/** What `enrolmentColumns` read. */
export type StoredEnrolment = Pick<EnrolmentRow, (typeof enrolmentColumns)[number]>;

const longestName = 255;

export function rowFromEnrolment(enrolment: Enrolment): EnrolmentRow {
  const { learner } = enrolment;
  return {
    id: enrolment.id,
    space_id: enrolment.spaceId,
    session_id: enrolment.sessionId,
    seance_id: enrolment.seanceId,
    user_id: learner.id,
    ...nameColumns(learner),
    status: enrolment.status,
    turn: enrolment.turn,
    source: enrolment.source,
    instead_of: enrolment.insteadOf,
    requested_at: enrolment.requestedAt,
    enrolled_at: enrolment.enrolledAt,
  };
}

/** What is kept of a learner's names. `name_sort` is last name first, and holds every word that a search may ask for. */
export function nameColumns({ name, firstName, lastName }: Learner) {
  return {
    user_name: name.slice(0, longestName),
    first_name: firstName.slice(0, longestName),
    last_name: lastName.slice(0, longestName),
    name_sort: sortKey(`${lastName} ${firstName}`),
  };
}

export function enrolmentFromRow(row: StoredEnrolment): Enrolment {
  return {
    id: row.id,
    seanceId: row.seance_id,
    spaceId: row.space_id,
    sessionId: row.session_id,
    learner: { id: row.user_id, name: row.user_name, firstName: row.first_name, lastName: row.last_name },
    status: row.status,
    turn: row.turn,
    source: row.source,
    insteadOf: row.instead_of,
    requestedAt: row.requested_at,
    enrolledAt: row.enrolled_at,
  };
}

/** What `lockPlaces` reads of a séance: who has its places, and what its events are numbered from. */
export const placesColumns = [
  'id',
  'space_id',
  'session_id',
  'name',
  'starts_at',
  'time_zone',
  'enrolment_mode',
  'enrolment_opens',
  'enrolment_closes',
  'capacity',
  'group_id',
  'enrolled_count',
  'waiting_count',
  'next_turn',
  'deleted_at',
  'cancelled_at',
  ...counterColumns,
] as const satisfies readonly (keyof SeanceRow)[];

export function placesFromRow(row: Pick<SeanceRow, (typeof placesColumns)[number]>): Places {
  return {
    seanceId: row.id,
    spaceId: row.space_id,
    sessionId: row.session_id,
    name: row.name,
    startsAt: row.starts_at,
    timeZone: row.time_zone,
    enrolmentMode: row.enrolment_mode,
    ...windowInstants({
      enrolmentOpens: row.enrolment_opens,
      enrolmentCloses: row.enrolment_closes,
      timeZone: row.time_zone,
    }),
    capacity: row.capacity,
    groupId: row.group_id,
    enrolled: row.enrolled_count,
    waiting: row.waiting_count,
    nextTurn: row.next_turn,
    isDeleted: row.deleted_at !== null,
    isCancelled: row.cancelled_at !== null,
  };
}
