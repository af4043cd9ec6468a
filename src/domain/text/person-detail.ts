import { showsNothing } from './unseen.js';

/** In characters (Unicode code points), the sign that something is missing included. */
export const longestDetail = 128;

/** A person, with what their host tells of them beside the name. */
export interface Detailed {
  readonly detail?: string | null | undefined;
}

/** What tells a person from their namesakes, as it is read: one line, cut when it is too long, missing when it shows nothing. */
export function detailOf({ detail }: Detailed): { readonly detail?: string } {
  if (detail === null || detail === undefined || showsNothing(detail)) return {};
  const signs = Array.from(detail.replace(/\s+/g, ' ').trim());
  if (signs.length <= longestDetail) return { detail: signs.join('') };
  const kept = signs.slice(0, longestDetail - 1).join('');
  return { detail: `${kept.trimEnd()}…` };
}
