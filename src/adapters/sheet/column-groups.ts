import type { SheetSlot } from '../../domain/attendance/sheet.js';
import { dateOf } from '../../domain/time/wall-time.js';

/** A column of a sheet: a half-day, and which of the sheet's it is, from 0. */
export interface SlotColumn {
  readonly slot: SheetSlot;
  readonly index: number;
}

/** Parts half-days into tables of at most `most`, each for pages of its own. The half-days of a day stay together. */
export function columnGroups(slots: readonly SheetSlot[], most: number): readonly (readonly SlotColumn[])[] {
  const columns = slots.map((slot, index) => ({ slot, index }));
  const days = new Map<string, SlotColumn[]>();
  for (const column of columns) {
    const day = dateOf(column.slot.start);
    days.set(day, [...(days.get(day) ?? []), column]);
  }
  const groups: SlotColumn[][] = [[]];
  for (const part of [...days.values()].flatMap((day) => chunks(day, most))) {
    const group = groups.at(-1) ?? [];
    if (group.length + part.length > most) groups.push([...part]);
    else group.push(...part);
  }
  return groups;
}

function chunks<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}
