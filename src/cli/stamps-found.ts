import type { StampBacklog } from '../ports/attendance-seal-repository.js';

/** Half-days are stamped on the day after at the latest, and a service may be away for one. In milliseconds. */
const toleratedWait = 3 * 24 * 60 * 60 * 1_000;

/** What there is to say of the stamps of presence; advice where something is to be done. */
export function stampsFound(
  { waiting, oldest, last, fault }: StampBacklog,
  now: number,
): { readonly says: string; readonly advice?: string } {
  if (!last) return { says: `Closed presence is not stamped; ${waiting} half-days are closed.` };
  if (!last.token && fault !== '')
    return {
      says: `The stamp ${last.number} of presence, of ${last.createdAt}, has no token: ${fault}`,
      advice:
        'Mend the address of the service of time-stamps (TSA_URL), or ask who runs it. It is asked again.',
    };
  const says = `${stampOf(last)}; ${waiting} half-days wait for the next one.`;
  if (oldest === null || now - Date.parse(oldest) <= toleratedWait || last.createdAt >= oldest)
    return { says };
  return {
    says,
    advice:
      'See whether a process of the platform runs that has a service of time-stamps and has called `plugin.start()`.',
  };
}

function stampOf({ number, digest, createdAt, token }: NonNullable<StampBacklog['last']>): string {
  const said = token ? `stamped at ${token.at}` : `made at ${createdAt}, and not yet answered for`;
  return `The last stamp of presence is ${number}, ${said}, with the digest ${digest}`;
}
