import type { Instant } from '../time/schedule.js';
import type { TimeZone } from '../time/time-zone.js';
import type { WallTime } from '../time/wall-time.js';
import type { AttendanceEntry } from './entry.js';
import type { MarkValue } from './mark.js';
import type { Presence } from './roll.js';
import type { Signature } from './signature.js';

/** Who provides the training, as their administrators wrote it; texts are empty where they did not. */
export interface Provider {
  readonly name: string;
  /** The number that authorities know them by. */
  readonly number: string;
  /** A PNG or JPEG image as a `data:` address. */
  readonly logo: string;
}

/** Half a day on a sheet: a column. */
export interface SheetSlot {
  readonly seanceName: string;
  readonly start: WallTime;
  readonly end: WallTime;
  readonly timeZone: TimeZone;
  readonly minutes: number;
  /** Name and address; empty for none. */
  readonly place: string;
  /** Whether it is held at a distance, with or without a place. */
  readonly isOnline: boolean;
  readonly trainers: readonly string[];
  /** Who closed it, and how; null while it is open. */
  readonly closed: {
    readonly by: string;
    readonly at: Instant;
    readonly isSigned: boolean;
    readonly signature: Signature | null;
  } | null;
}

/** What a paper says of a mark: the word why stays between those who manage the séance. */
export type SheetMark = Pick<MarkValue, 'mark' | 'minutes'>;

/** What holds for somebody in half a day. */
export interface SheetCell extends SheetMark {
  /** When they signed it themselves, and what they drew: null for who signed in words. Null for who did not sign. */
  readonly signed: { readonly at: Instant; readonly signature: Signature | null } | null;
  /** Whether it is a correction, of which both versions are below. */
  readonly isCorrected: boolean;
}

/** A row. */
export interface SheetPerson {
  readonly name: string;
  /** What tells them from their namesakes; empty for nothing. */
  readonly detail: string;
  /** For each slot of the sheet: `outside` when they are not in it, null when nothing is marked. */
  readonly cells: readonly (SheetCell | 'outside' | null)[];
}

/** What was changed after a half-day was closed: both versions are on the sheet. */
export interface SheetCorrection {
  readonly person: string;
  /** Which slot of the sheet, from 0. */
  readonly slot: number;
  readonly before: SheetMark | null;
  readonly after: SheetMark;
  readonly reason: string;
  readonly by: string;
  readonly at: Instant;
}

/** A sheet of presence ("feuille d'émargement"): of a séance, a day or a week. */
export interface Sheet {
  readonly provider: Provider;
  /** The name of the training session, and of the space that it is taught in. */
  readonly session: string;
  readonly space: string;
  /** Blank, to be signed on paper; else what was marked and signed. */
  readonly isBlank: boolean;
  /** By start. */
  readonly slots: readonly SheetSlot[];
  /** By name. */
  readonly people: readonly SheetPerson[];
  readonly corrections: readonly SheetCorrection[];
  /** When it was written, and by the clocks of which zone instants are read on it. */
  readonly writtenAt: Instant;
  readonly timeZone: TimeZone;
}

/** What holds for somebody by the log of a half-day; null when nothing is marked. */
export function sheetCell(presence: Presence | undefined): SheetCell | null {
  const { current = null, signed = null } = presence ?? {};
  if (!current?.mark) return null;
  return {
    mark: current.mark,
    minutes: current.minutes,
    isCorrected: current.kind === 'correction',
    signed: signed && { at: signed.at, signature: signed.signature },
  };
}

/** Who closed a half-day, by its log. */
export function sheetClose(entries: readonly AttendanceEntry[]): SheetSlot['closed'] {
  const close = entries.find(({ kind }) => kind === 'close');
  return close
    ? { by: close.by.name, at: close.at, isSigned: close.isSigned, signature: close.signature }
    : null;
}

/** All corrections of what was said of somebody in a half-day, the first one first. @param slot which of the sheet, from 0. */
export function sheetCorrections(
  person: string,
  slot: number,
  { current, earlier }: Presence,
): readonly SheetCorrection[] {
  const said = [...(current ? [current] : []), ...earlier].reverse();
  return said.flatMap(({ kind, mark, minutes, note: reason, by, at }, index) => {
    if (kind !== 'correction' || !mark) return [];
    const { mark: markBefore = null, minutes: minutesBefore = null } = said[index - 1] ?? {};
    const before = markBefore && { mark: markBefore, minutes: minutesBefore };
    return [{ person, slot, before, after: { mark, minutes }, reason, by: by.name, at }];
  });
}
