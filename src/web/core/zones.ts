import type { Locale, MessageKey } from './locale.js';

/** A time zone by its id, such as `Europe/Brussels`, and as people read it. */
export interface Zone {
  readonly id: string;
  readonly name: string;
}

/** The city that a zone is named after, in the reader's language where it has a name of its own there. */
export function zoneCity(id: string, locale: Locale): string {
  const key = `zone.${id}`;
  if (locale.has(key)) return locale.text(key as MessageKey);
  return (id.split('/').at(-1) ?? id).replaceAll('_', ' ');
}

/** "Bruxelles (UTC+1)", with the offset that it has then. A zone that this browser does not know is its id. */
export function zoneName(id: string, locale: Locale, at = new Date()): string {
  try {
    return locale.text('zone.label', { city: zoneCity(id, locale), offset: locale.offset(id, at) });
  } catch {
    return id;
  }
}

/** All that this browser knows, and the one in force, which it may not know, by their names. */
export function zonesBeside(current: string, locale: Locale, at?: Date): readonly Zone[] {
  const ids = new Set([current, ...Intl.supportedValuesOf('timeZone')]);
  const { compare } = new Intl.Collator(locale.language);
  return [...ids]
    .map((id) => ({ id, name: zoneName(id, locale, at) }))
    .sort((one, other) => compare(one.name, other.name));
}

/** The zone that was typed, by its name, its city or its id, in capitals or not, with accents or without. */
export function zoneTyped(typed: string, zones: readonly Zone[], locale: Locale): string | undefined {
  const { compare } = new Intl.Collator(locale.language, { sensitivity: 'base' });
  const wanted = typed.trim();
  return zones.find(({ id, name }) =>
    [name, zoneCity(id, locale), id].some((known) => compare(known, wanted) === 0),
  )?.id;
}
