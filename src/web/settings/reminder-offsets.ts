/** How long one of each is, in minutes, the longest first. */
const lengths = { days: 24 * 60, hours: 60, minutes: 1 } as const;

export type OffsetUnit = keyof typeof lengths;

export const offsetUnits: readonly OffsetUnit[] = ['minutes', 'hours', 'days'];

/** How long before the start people are reminded, as it is being typed. */
export interface TypedOffset {
  readonly count: string;
  readonly unit: OffsetUnit;
}

/** In the longest unit that it is a whole number of. */
export function typedOffset(minutes: number): TypedOffset {
  const unit = (['days', 'hours'] as const).find((one) => minutes % lengths[one] === 0) ?? 'minutes';
  return { count: String(minutes / lengths[unit]), unit };
}

/** In minutes; undefined when no whole number was typed. */
export function minutesOf({ count, unit }: TypedOffset): number | undefined {
  return /^\d+$/.test(count.trim()) ? Number(count) * lengths[unit] : undefined;
}
