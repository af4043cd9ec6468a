declare const kind: unique symbol;

/** The name of a zone of the IANA time zone database, such as `Europe/Brussels`. Never an offset. */
export type TimeZone = string & { readonly [kind]: 'time zone' };

/**
 * By the name in small letters: what the zone data calls the zone, which is another name when the key is a link. To ask
 * the zone data takes 0.2 ms.
 */
const canonicalNames = new Map<string, string>();

/**
 * The zone that `name` names, whatever its case, or undefined when this runtime's zone data has no such zone.
 *
 * It is written as the zone data writes it. Links are kept as they are (`Asia/Calcutta` stays), so that what somebody
 * chose is what they read again.
 */
export function parseTimeZone(name: string): TimeZone | undefined {
  if (!/^[A-Za-z]/.test(name)) return undefined;
  const key = name.toLowerCase();
  const canonical = canonicalNames.get(key) ?? lookUp(name);
  if (canonical === undefined) return undefined;
  canonicalNames.set(key, canonical);
  return (canonical.toLowerCase() === key ? canonical : inWrittenCase(name)) as TimeZone;
}

function lookUp(name: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

function inWrittenCase(link: string): string {
  return link === link.toLowerCase()
    ? link.replace(/(^|[/_-])([a-z])/g, (letter) => letter.toUpperCase())
    : link;
}
