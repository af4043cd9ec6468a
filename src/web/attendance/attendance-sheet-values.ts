import type { AttendanceLocale } from './load-attendance-locale.js';
import type { Entry, Mark, Slot } from './attendance.js';

/** Marks of who was there, at least for a part. */
const attended: ReadonlySet<Mark> = new Set(['present', 'late', 'left-early', 'remote']);
/** Marks that say by how many minutes. */
const partial: ReadonlySet<Mark> = new Set(['late', 'left-early']);

const minute = 60_000;
const noon = '13:00';

export function isPartial(mark: Mark): mark is 'late' | 'left-early' {
  return partial.has(mark);
}

export interface Counts {
  /** Who was there. */
  readonly there: number;
  readonly unmarked: number;
  readonly people: number;
}

export function countsOf(entries: readonly Pick<Entry, 'mark'>[]): Counts {
  return {
    there: entries.filter(({ mark }) => mark !== null && attended.has(mark)).length,
    unmarked: entries.filter(({ mark }) => mark === null).length,
    people: entries.length,
  };
}

/** The half-day that is marked now: that which is not closed and has not ended, or the last that is not closed. */
export function slotOfNow(slots: readonly Slot[], now: number): Slot | undefined {
  const open = slots.filter(({ state }) => state === 'open');
  return (
    open.find(({ endsAt }) => now < Date.parse(endsAt)) ??
    open.at(-1) ??
    slots.find(({ state }) => state === 'not-open') ??
    slots.at(-1)
  );
}

/** Those whose names, or what tells them apart, have all the words in them, whatever their accents. */
export function foundEntries<T extends Pick<Entry, 'user'>>(entries: readonly T[], q: string): readonly T[] {
  const words = folded(q).split(/\s+/).filter(Boolean);
  return entries.filter(({ user }) => {
    const text = folded(`${user.name} ${user.detail ?? ''}`);
    return words.every((word) => text.includes(word));
  });
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** What is proposed to somebody who is marked now: how long after the start, or before the end; empty when it is neither. */
export function proposedMinutes(mark: 'late' | 'left-early', slot: Slot, now: number): string {
  const passed = mark === 'late' ? now - Date.parse(slot.startsAt) : Date.parse(slot.endsAt) - now;
  const minutes = Math.round(passed / minute);
  return minutes > 0 && minutes < slot.minutes ? String(minutes) : '';
}

/** The whole number of minutes that was typed; undefined when there is none that leaves something of the half-day. */
export function typedMinutes(typed: string, slot: Slot): number | undefined {
  const minutes = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : 0;
  return minutes > 0 && minutes < slot.minutes ? minutes : undefined;
}

/** What a half-day is called: "Matin" and "Après-midi" where there is one of each, else by its day. */
export function slotName(slot: Slot, slots: readonly Slot[], locale: AttendanceLocale): string {
  const days = new Set(slots.map(({ start }) => start.slice(0, 10)));
  const isMorning = slot.end.slice(11) <= noon && slot.end.slice(0, 10) === slot.start.slice(0, 10);
  if (slots.length === 2 && days.size === 1)
    return locale.text(slot.id === slots[0]?.id ? 'presence.morning' : 'presence.afternoon');
  if (slots.length === 1) return '';
  const part = locale.text(isMorning ? 'presence.morning' : 'presence.afternoon');
  return `${locale.dayAs('shortDay', slot.start.slice(0, 10))} ${part}`;
}

/** From when until when a half-day is, on its own clocks. */
export function slotHours({ startsAt, endsAt, timeZone }: Slot, locale: AttendanceLocale): string {
  return `${locale.time(startsAt, timeZone)}–${locale.time(endsAt, timeZone)}`;
}

/** What a mark says: "En retard (12 min)". */
export function markText(
  { mark, minutes }: { readonly mark: Mark | null; readonly minutes?: number },
  locale: AttendanceLocale,
): string {
  if (mark === null) return locale.text('presence.noMark');
  const name = locale.text(`mark.${mark}`);
  return minutes === undefined ? name : locale.text('presence.markWithMinutes', { mark: name, minutes });
}

/** The instant, to the second, as the contract writes it. */
export function instantOf(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}
