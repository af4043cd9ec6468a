import { sortKey } from '../../domain/text/fold.js';
import type { Location } from '../../domain/location/location.js';
import type { OwnField } from '../../domain/seance/own-field.js';
import type { EnrolmentMode, Origin, Seance, SeanceTrainer } from '../../domain/seance/seance.js';
import type { Instant } from '../../domain/time/schedule.js';
import type { TimeZone } from '../../domain/time/time-zone.js';
import type { WallTime } from '../../domain/time/wall-time.js';
import type { ListedSeance, SeanceRecord } from '../../ports/seance-repository.js';
import type { LocationRow } from './location-row.js';

/** A row of `seance`, without the columns that only queries read. */
export interface SeanceRow {
  id: string;
  space_id: string;
  session_id: string;
  name: string;
  description: string;
  extra_info: string;
  start_local: string;
  end_local: string;
  time_zone: string;
  starts_at: string;
  ends_at: string;
  enrolment_mode: string;
  capacity: number | null;
  enrolled_count: number;
  waiting_count: number;
  comment_count: number;
  location_id: string | null;
  group_id: string | null;
  in_agenda: number | boolean;
  origin: string;
  series_id: string | null;
  series_number: number | null;
  own_fields: string;
  version: number;
  created_by: string;
  created_at: string;
  updated_at: string;
  deleted_at: string | null;
}

export const seanceColumns = [
  'id',
  'space_id',
  'session_id',
  'name',
  'description',
  'extra_info',
  'start_local',
  'end_local',
  'time_zone',
  'starts_at',
  'ends_at',
  'enrolment_mode',
  'capacity',
  'enrolled_count',
  'waiting_count',
  'comment_count',
  'location_id',
  'group_id',
  'in_agenda',
  'origin',
  'series_id',
  'series_number',
  'own_fields',
  'version',
  'created_by',
  'created_at',
  'updated_at',
  'deleted_at',
] as const satisfies readonly (keyof SeanceRow)[];

/** The place that is joined to a séance. */
export type PlaceRow =
  { readonly location_id: null } | Readonly<Record<`location_${keyof LocationRow}`, string>>;

/** The group and the place that a list joins to each séance. */
export type JoinedRow = SeanceRow &
  PlaceRow & {
    readonly group_name: string | null;
    readonly group_limit: number | null;
  };

/** Sorts after every name: séances without a group are last. */
const noGroup = '\u{10ffff}';
/** Sorts after every capacity: unlimited is the most. */
const unlimited = 2_147_483_647;

/** The columns that never change once a séance is written. */
const fixed = ['id', 'space_id', 'session_id', 'origin', 'created_by', 'created_at', 'deleted_at'] as const;

export function rowOf({ seance, group, searchText }: SeanceRecord) {
  return {
    id: seance.id,
    space_id: seance.spaceId,
    session_id: seance.sessionId,
    name: seance.name,
    name_sort: sortKey(seance.name),
    description: seance.description,
    extra_info: seance.extraInfo,
    search_text: searchText,
    start_local: seance.start,
    end_local: seance.end,
    time_zone: seance.timeZone,
    starts_at: seance.startsAt,
    ends_at: seance.endsAt,
    enrolment_mode: seance.enrolmentMode,
    capacity: seance.capacity,
    capacity_sort: seance.capacity ?? unlimited,
    location_id: seance.locationId,
    group_id: seance.groupId,
    group_sort: group === null ? noGroup : sortKey(group.name),
    in_agenda: seance.inAgenda,
    origin: seance.origin,
    series_id: seance.seriesId,
    series_number: seance.seriesNumber,
    own_fields: seance.ownFields.join(' '),
    version: seance.version,
    created_by: seance.createdBy,
    created_at: seance.createdAt,
    updated_at: seance.updatedAt,
    deleted_at: seance.deletedAt,
    // Of a new séance: its creation is the first of its events.
    event_count: 1,
    last_event_at: seance.createdAt,
  };
}

/** What is counted while other things change. */
const counted: readonly string[] = ['enrolled_count', 'waiting_count', 'comment_count'];

type WrittenColumn = keyof ReturnType<typeof rowOf>;

/** The columns that an edit may change. */
export const changeable: WrittenColumn[] = [
  ...seanceColumns.filter((column): column is WrittenColumn & typeof column => !counted.includes(column)),
  'name_sort' as const,
  'search_text' as const,
  'capacity_sort' as const,
  'group_sort' as const,
].filter((column) => !fixed.includes(column as (typeof fixed)[number]));

/** The séance of a row that this adapter wrote: its values were checked on the way in. */
export function seanceFromRow(row: SeanceRow, trainers: readonly SeanceTrainer[]): Seance {
  return {
    id: row.id,
    spaceId: row.space_id,
    sessionId: row.session_id,
    name: row.name,
    description: row.description,
    extraInfo: row.extra_info,
    start: row.start_local as WallTime,
    end: row.end_local as WallTime,
    timeZone: row.time_zone as TimeZone,
    startsAt: row.starts_at as Instant,
    endsAt: row.ends_at as Instant,
    enrolmentMode: row.enrolment_mode as EnrolmentMode,
    capacity: row.capacity,
    locationId: row.location_id,
    trainers,
    groupId: row.group_id,
    inAgenda: Boolean(row.in_agenda),
    origin: row.origin as Origin,
    seriesId: row.series_id,
    seriesNumber: row.series_number,
    ownFields: row.own_fields === '' ? [] : (row.own_fields.split(' ') as OwnField[]),
    version: row.version,
    createdBy: row.created_by,
    createdAt: row.created_at as Instant,
    updatedAt: row.updated_at as Instant,
    deletedAt: row.deleted_at as Instant | null,
  };
}

export function listedFromRow(row: JoinedRow, trainers: readonly SeanceTrainer[]): ListedSeance {
  const { group_id: groupId, group_name: groupName, group_limit: limit } = row;
  return {
    seance: seanceFromRow(row, trainers),
    group:
      groupId === null || groupName === null || limit === null
        ? null
        : { id: groupId, spaceId: row.space_id, sessionId: row.session_id, name: groupName, limit },
    location: placeFromRow(row),
    enrolledCount: row.enrolled_count,
    waitingCount: row.waiting_count,
    commentCount: row.comment_count,
  };
}

export function placeFromRow(row: PlaceRow): Location | null {
  if (row.location_id === null) return null;
  return {
    id: row.location_id,
    name: row.location_name,
    street: row.location_street,
    streetNumber: row.location_street_number,
    box: row.location_box,
    postalCode: row.location_postal_code,
    city: row.location_city,
    country: row.location_country,
    phone: row.location_phone,
  };
}
