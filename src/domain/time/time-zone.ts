declare const kind: unique symbol;

/** The name of a zone of the IANA time zone database, such as `Europe/Brussels`. Never an offset. */
export type TimeZone = string & { readonly [kind]: 'time zone' };

const known = new Map<string, TimeZone>();

/** The zone that `name` names, whatever its case, or undefined when this runtime's zone data has no such zone. */
export function parseTimeZone(name: string): TimeZone | undefined {
  if (name.length > 64 || !/^[A-Za-z]/.test(name)) return undefined;
  const key = name.toLowerCase();
  const zone = known.get(key) ?? lookUp(name);
  if (zone) known.set(key, zone);
  return zone;
}

/**
 * The name in the case that the zone data writes it. Links are kept as they are (`Asia/Calcutta` stays), so that
 * what somebody chose is what they read again.
 */
function lookUp(name: string): TimeZone | undefined {
  try {
    const canonical = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
    return (canonical.toLowerCase() === name.toLowerCase() ? canonical : inWrittenCase(name)) as TimeZone;
  } catch {
    return undefined;
  }
}

function inWrittenCase(link: string): string {
  return link === link.toLowerCase()
    ? link.replace(/(^|[/_-])([a-z])/g, (letter) => letter.toUpperCase())
    : link;
}
