import { sortKey } from '../../domain/text/fold.js';
import type { Location } from '../../domain/location/location.js';
import type { Cancellation } from '../../domain/seance/cancellation.js';
import type { OwnField } from '../../domain/seance/seance-content.js';
import type { Seance } from '../../domain/seance/seance.js';
import type { SeanceTrainer } from '../../domain/seance/seance-content.js';
import type { ListedSeance, SeanceRecord } from '../../ports/seance-repository.js';
import type { StoredLocation } from './location-row.js';
import type { SeanceRow } from './tables.js';

/** The columns that make a séance, without those that only queries read. */
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
  'enrolment_opens',
  'enrolment_closes',
  'capacity',
  'enrolled_count',
  'waiting_count',
  'comment_count',
  'location_id',
  'online_url',
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
  'cancelled_at',
  'cancelled_by',
  'cancelled_by_name',
  'cancellation_reason',
] as const satisfies readonly (keyof SeanceRow)[];

/** What `seanceColumns` read. */
export type StoredSeance = Pick<SeanceRow, (typeof seanceColumns)[number]>;

/** The place that is joined to a séance. */
export type PlaceRow =
  { readonly location_id: null } | Readonly<Record<`location_${keyof StoredLocation}`, string>>;

/** The group that is joined to a séance. */
export interface JoinedGroup {
  readonly group_name: string | null;
  readonly group_limit: number | null;
}

/** Sorts after every name: séances without a group are last. */
const noGroup = '\u{10ffff}';
/** Sorts after every capacity: unlimited is the most. */
const unlimited = 2_147_483_647;

const longestName = 255;

/** The columns that no edit changes. */
const fixed: readonly (keyof SeanceRow)[] = [
  'id',
  'space_id',
  'session_id',
  'origin',
  'created_by',
  'created_at',
  'deleted_at',
  'cancelled_at',
  'cancelled_by',
  'cancelled_by_name',
  'cancellation_reason',
];

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
    enrolment_opens: seance.enrolmentOpens,
    enrolment_closes: seance.enrolmentCloses,
    capacity: seance.capacity,
    capacity_sort: seance.capacity ?? unlimited,
    location_id: seance.locationId,
    online_url: seance.onlineUrl,
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
    ...cancellationColumns(seance.cancelled),
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
].filter((column) => !fixed.includes(column));

/** The séance of a row that this adapter wrote: its values were checked on the way in. */
export function seanceFromRow(row: StoredSeance, trainers: readonly SeanceTrainer[]): Seance {
  return {
    id: row.id,
    spaceId: row.space_id,
    sessionId: row.session_id,
    name: row.name,
    description: row.description,
    extraInfo: row.extra_info,
    start: row.start_local,
    end: row.end_local,
    timeZone: row.time_zone,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    enrolmentMode: row.enrolment_mode,
    enrolmentOpens: row.enrolment_opens,
    enrolmentCloses: row.enrolment_closes,
    capacity: row.capacity,
    locationId: row.location_id,
    onlineUrl: row.online_url,
    trainers,
    groupId: row.group_id,
    inAgenda: Boolean(row.in_agenda),
    origin: row.origin,
    seriesId: row.series_id,
    seriesNumber: row.series_number,
    ownFields: row.own_fields === '' ? [] : (row.own_fields.split(' ') as OwnField[]),
    version: row.version,
    createdBy: row.created_by,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    deletedAt: row.deleted_at,
    cancelled: cancellationFrom(row),
  };
}

/** What is stored of a cancellation; nothing of a séance that takes place. */
export function cancellationColumns(cancelled: Cancellation | null) {
  return {
    cancelled_at: cancelled?.at ?? null,
    cancelled_by: cancelled?.by.id ?? null,
    cancelled_by_name: cancelled?.by.name.slice(0, longestName) ?? null,
    cancellation_reason: cancelled?.reason ?? null,
  };
}

function cancellationFrom(row: StoredSeance): Cancellation | null {
  if (row.cancelled_at === null) return null;
  return {
    at: row.cancelled_at,
    by: { id: row.cancelled_by ?? '', name: row.cancelled_by_name ?? '' },
    reason: row.cancellation_reason ?? '',
  };
}

export function listedFromRow(
  row: StoredSeance & PlaceRow & JoinedGroup,
  trainers: readonly SeanceTrainer[],
): ListedSeance {
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
