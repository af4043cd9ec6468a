import type {
  Enrolment,
  EnrolmentSource,
  EnrolmentStatus,
  Learner,
} from '../../domain/enrolment/enrolment.js';
import type { Places } from '../../domain/enrolment/places.js';
import type { EnrolmentMode } from '../../domain/seance/seance.js';
import { sortKey } from '../../domain/text/fold.js';
import type { Instant } from '../../domain/time/schedule.js';

/** A row of `seance_enrolment`, without the column that only queries read. */
export interface EnrolmentRow {
  id: string;
  space_id: string;
  session_id: string;
  seance_id: string;
  user_id: string;
  user_name: string;
  first_name: string;
  last_name: string;
  status: string;
  turn: number;
  source: string;
  instead_of: string | null;
  requested_at: string;
  enrolled_at: string | null;
}

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

const longestName = 255;

export function rowFromEnrolment(enrolment: Enrolment): EnrolmentRow & { name_sort: string } {
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

export function enrolmentFromRow(row: EnrolmentRow): Enrolment {
  return {
    id: row.id,
    seanceId: row.seance_id,
    spaceId: row.space_id,
    sessionId: row.session_id,
    learner: { id: row.user_id, name: row.user_name, firstName: row.first_name, lastName: row.last_name },
    status: row.status as EnrolmentStatus,
    turn: row.turn,
    source: row.source as EnrolmentSource,
    insteadOf: row.instead_of,
    requestedAt: row.requested_at as Instant,
    enrolledAt: row.enrolled_at as Instant | null,
  };
}

/** What `lockPlaces` reads of a séance. */
export interface PlacesRow {
  id: string;
  space_id: string;
  session_id: string;
  name: string;
  starts_at: string;
  enrolment_mode: string;
  capacity: number | null;
  group_id: string | null;
  enrolled_count: number;
  waiting_count: number;
  next_turn: number;
  deleted_at: string | null;
  event_count: number;
  last_event_at: string | null;
}

export const placesColumns = [
  'id',
  'space_id',
  'session_id',
  'name',
  'starts_at',
  'enrolment_mode',
  'capacity',
  'group_id',
  'enrolled_count',
  'waiting_count',
  'next_turn',
  'deleted_at',
  'event_count',
  'last_event_at',
] as const satisfies readonly (keyof PlacesRow)[];

export function placesFromRow(row: PlacesRow): Places {
  return {
    seanceId: row.id,
    spaceId: row.space_id,
    sessionId: row.session_id,
    name: row.name,
    startsAt: row.starts_at as Instant,
    enrolmentMode: row.enrolment_mode as EnrolmentMode,
    capacity: row.capacity,
    groupId: row.group_id,
    enrolled: row.enrolled_count,
    waiting: row.waiting_count,
    nextTurn: row.next_turn,
    isDeleted: row.deleted_at !== null,
  };
}
