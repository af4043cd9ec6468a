import type { Mark } from '../../src/domain/attendance/mark.js';
import type {
  Sheet,
  SheetCell,
  SheetCorrection,
  SheetPerson,
  SheetSlot,
} from '../../src/domain/attendance/sheet.js';
import type { Signature } from '../../src/domain/attendance/signature.js';
import type { Instant } from '../../src/domain/time/schedule.js';
import type { TimeZone } from '../../src/domain/time/time-zone.js';
import type { WallTime } from '../../src/domain/time/wall-time.js';

/** Two strokes that reach into the corners of their box. */
export const drawnSignature = 'M0 0L300 100L600 200M600 0L0 200' as Signature;

const paris = 'Europe/Paris' as TimeZone;

/** A half-day of December 2026. */
export function slotOn(
  day: number,
  half: 'morning' | 'afternoon',
  change: Partial<SheetSlot> = {},
): SheetSlot {
  const date = `2026-12-${String(day).padStart(2, '0')}`;
  const [start, end] = half === 'morning' ? ['09:00', '12:30'] : ['13:30', '17:00'];
  return {
    seanceName: 'Sécurité incendie',
    start: `${date}T${start}` as WallTime,
    end: `${date}T${end}` as WallTime,
    timeZone: paris,
    minutes: 210,
    place: 'Salle Bleue, 12 rue des Écoles',
    isOnline: false,
    trainers: ['Camille Durand'],
    closed: null,
    ...change,
  };
}

/** Both half-days of so many days, from the first of December. */
export function slotsOf(days: number, change: Partial<SheetSlot> = {}): readonly SheetSlot[] {
  return Array.from({ length: days }, (_, index) => [
    slotOn(index + 1, 'morning', change),
    slotOn(index + 1, 'afternoon', change),
  ]).flat();
}

export function cellOf(mark: Mark, change: Partial<SheetCell> = {}): SheetCell {
  return { mark, minutes: null, signed: null, isCorrected: false, ...change };
}

export function personOf(name: string, cells: SheetPerson['cells'], detail = ''): SheetPerson {
  return { name, detail, cells };
}

export function correctionOf(change: Partial<SheetCorrection> = {}): SheetCorrection {
  return {
    person: 'Amel Benali',
    slot: 0,
    before: { mark: 'absent', minutes: null },
    after: { mark: 'late', minutes: 20 },
    reason: 'Le train avait du retard',
    by: 'Camille Durand',
    at: '2026-12-03T09:00:00Z' as Instant,
    ...change,
  };
}

/** A sheet of two half-days, with one person who was there. */
export function sheetOf(change: Partial<Sheet> = {}): Sheet {
  return {
    provider: { name: 'Institut Île-de-France', number: '11 75 12345 67', logo: '' },
    session: 'Prévention des risques',
    space: 'Sécurité au travail',
    isBlank: false,
    slots: slotsOf(1),
    people: [personOf('Amel Benali', [cellOf('present'), cellOf('present')])],
    corrections: [],
    writtenAt: '2026-12-05T17:02:03Z' as Instant,
    timeZone: paris,
    ...change,
  };
}
