import fc from 'fast-check';
import type { OwnField } from '../../../src/domain/seance/seance-content.js';
import type { Seance } from '../../../src/domain/seance/seance.js';
import { type Instant, schedule } from '../../../src/domain/time/schedule.js';
import type { TimeZone } from '../../../src/domain/time/time-zone.js';
import { clockMinutes, type WallTime, wallTimeAt } from '../../../src/domain/time/wall-time.js';

const at = '2025-01-01T00:00:00Z' as Instant;
const zones = ['Europe/Brussels', 'America/St_Johns', 'Australia/Lord_Howe'] as TimeZone[];

/** The first of a series, or a séance on its own: an hour on a Monday morning in Brussels, unless `parts` say otherwise. */
export function seanceOf(parts: Partial<Seance> = {}): Seance {
  const {
    start = '2025-03-03T10:00' as WallTime,
    end = '2025-03-03T11:00' as WallTime,
    timeZone = zones[0]!,
  } = parts;
  return {
    id: 's00',
    spaceId: 'demo',
    sessionId: 'demo-2026',
    name: 'Atelier',
    description: '',
    extraInfo: '',
    enrolmentMode: 'manual',
    enrolmentOpens: null,
    enrolmentCloses: null,
    capacity: null,
    locationId: null,
    onlineUrl: null,
    trainers: [],
    groupId: null,
    inAgenda: false,
    origin: 'space',
    seriesId: 'series',
    seriesNumber: null,
    ownFields: [],
    version: 1,
    createdBy: 'trainer1',
    createdAt: at,
    updatedAt: at,
    deletedAt: null,
    cancelled: null,
    ...parts,
    ...schedule(start, end, timeZone),
  };
}

/** Copies of the first, a week apart, numbered. */
export function weekly(count: number, first = seanceOf()): readonly Seance[] {
  return Array.from({ length: count }, (_, index) => {
    const later = { start: moved(first.start, index * 10_080), end: moved(first.end, index * 10_080) };
    const numbered = index === 0 ? {} : { name: `${first.name} [${index}]`, seriesNumber: index };
    return seanceOf({ ...first, ...later, ...numbered, id: `s${String(index).padStart(2, '0')}` });
  });
}

export function moved(wallTime: WallTime, minutes: number): WallTime {
  return wallTimeAt(clockMinutes(wallTime) + minutes);
}

/** What somebody may write into the form: some of the fields. */
export const someChanges: fc.Arbitrary<Partial<Seance>> = fc
  .record(
    {
      name: fc.constantFrom('Atelier', 'Cours', 'Cours [7]'),
      description: fc.constantFrom('', '<p>Oui</p>'),
      extraInfo: fc.constantFrom('', 'Apporter un stylo'),
      enrolmentMode: fc.constantFrom('manual', 'public'),
      capacity: fc.constantFrom(null, 5, 12),
      locationId: fc.constantFrom(null, 'room-a', 'room-b'),
      trainers: fc.constantFrom([], [{ id: 'trainer1', name: 'Ada' }]),
      inAgenda: fc.boolean(),
      timeZone: fc.constantFrom(...zones),
      later: fc.integer({ min: -3_000, max: 3_000 }),
      length: fc.integer({ min: 1, max: 2_000 }),
    },
    { requiredKeys: [] },
  )
  .map(({ later = 0, length = 60, ...content }) => {
    const start = moved('2025-03-03T10:00' as WallTime, later);
    return { ...content, start, end: moved(start, length) };
  });

/** An edit of one séance: its fields that `changes` name, its times shifted as they say. */
export function editedBy(target: Seance, changes: Partial<Seance>): Seance {
  const base = '2025-03-03T10:00' as WallTime;
  const start = changes.start
    ? moved(target.start, clockMinutes(changes.start) - clockMinutes(base))
    : target.start;
  const length = changes.end && changes.start ? clockMinutes(changes.end) - clockMinutes(changes.start) : 60;
  return seanceOf({ ...target, ...changes, start, end: moved(start, length) });
}

const ownFieldSets: fc.Arbitrary<readonly OwnField[]> = fc.subarray<OwnField>(
  ['name', 'description', 'capacity', 'locationId', 'start', 'length', 'timeZone', 'inAgenda'],
  { maxLength: 3 },
);

/** A weekly series over a clock change, in which some séances have fields of their own. */
export const someSeries: fc.Arbitrary<readonly Seance[]> = fc
  .array(ownFieldSets, { minLength: 1, maxLength: 7 })
  .map((own) => weekly(own.length).map((seance, index) => ({ ...seance, ownFields: own[index] ?? [] })));
