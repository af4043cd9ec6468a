import { searchText } from '../../src/domain/text/fold.js';
import type { SeanceGroup } from '../../src/domain/group/group.js';
import type { Location } from '../../src/domain/location/location.js';
import type { Seance } from '../../src/domain/seance/seance.js';
import { type Instant, schedule } from '../../src/domain/time/schedule.js';
import type { TimeZone } from '../../src/domain/time/time-zone.js';
import type { WallTime } from '../../src/domain/time/wall-time.js';
import type { SeanceQuery, SeanceRecord } from '../../src/ports/seance-repository.js';

export const spaceId = 'demo';
export const sessionId = 'demo-2026';
export const noon = '2026-11-23T12:00:00Z' as Instant;

/** A place of that name, with no address unless `parts` give one. */
export function place(id: string, name = id, parts: Partial<Location> = {}): Location {
  const address = { street: '', streetNumber: '', box: '', postalCode: '', city: '', country: '', phone: '' };
  return { id, name, ...address, ...parts };
}

/** When the séance of that number starts, of many: one a day for a thousand days from a year on, and then again. */
export function startOf(index: number, year: number): string {
  const day = new Date(Date.UTC(year, 0, 1) + (index % 1_000) * 86_400_000).toISOString().slice(0, 10);
  return `${day}T${String(8 + (index % 10)).padStart(2, '0')}:00`;
}

let serial = 0;

/** An id that sorts after those made before it. */
export function nextId(): string {
  serial += 1;
  return `01900000-0000-7000-8000-${String(serial).padStart(12, '0')}`;
}

type Timeless = Omit<Seance, 'start' | 'end' | 'timeZone' | 'startsAt' | 'endsAt'>;

export interface RecordParts extends Partial<Timeless> {
  readonly start?: string;
  readonly end?: string;
  readonly timeZone?: string;
  readonly group?: SeanceGroup;
  readonly location?: Location;
  /** The folded text that searches see; that of the name when absent. */
  readonly searchText?: string;
}

/** A séance with what `parts` say, and otherwise the plainest there is: two hours on one morning, in Brussels. */
export function seanceRecord(parts: RecordParts = {}): SeanceRecord {
  const {
    start = '2026-12-01T09:00',
    end,
    timeZone = 'Europe/Brussels',
    group = null,
    location = null,
    searchText: text,
    ...same
  } = parts;
  const plainest: Timeless = {
    id: nextId(),
    spaceId,
    sessionId,
    name: 'Séance',
    description: '',
    extraInfo: '',
    enrolmentMode: 'manual',
    enrolmentOpens: null,
    enrolmentCloses: null,
    capacity: null,
    locationId: location?.id ?? null,
    onlineUrl: null,
    trainers: [],
    groupId: group?.id ?? null,
    inAgenda: false,
    origin: 'space',
    seriesId: null,
    seriesNumber: null,
    ownFields: [],
    version: 1,
    createdBy: 'trainer1',
    createdAt: noon,
    updatedAt: noon,
    deletedAt: null,
    cancelled: null,
  };
  const seance: Seance = {
    ...plainest,
    ...same,
    ...schedule(start as WallTime, (end ?? `${start.slice(0, 10)}T23:00`) as WallTime, timeZone as TimeZone),
  };
  return { seance, group, location, searchText: text ?? searchText([seance.name]) };
}

/** Everything of the session by start, on one page, unless `parts` say otherwise. */
export function seanceQuery(parts: Partial<SeanceQuery> = {}): SeanceQuery {
  return {
    spaceId,
    sessionId,
    terms: [],
    now: noon,
    sort: 'start',
    descending: false,
    page: 1,
    size: 'all',
    ...parts,
  };
}

/** A group of the session. */
export function seanceGroup(name: string, parts: Partial<SeanceGroup> = {}): SeanceGroup {
  return { id: nextId(), spaceId, sessionId, name, limit: 1, ...parts };
}
