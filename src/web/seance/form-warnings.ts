import type { ReactiveControllerHost } from 'lit';
import { Loader } from '../core/loader.js';
import type { SeanceCheck } from '../wire.gen.js';
import { changesBetween, type FormValues } from './form-values.js';
import type { Warning } from './warning-notes.js';

/** How long a pause in typing asks what is in the way, in milliseconds. */
const pause = 300;

/** What decides whether something is in the way. */
const looked = ['start', 'end', 'timeZone', 'locationId', 'trainerIds'] as const;

/** What of a form is looked at: all for a new séance, what differs for one that there is. */
export type Draft = Pick<SeanceCheck, 'id' | (typeof looked)[number]>;

/** All that is looked at of a new séance; undefined while its times are none. */
export function draftOfNew(values: FormValues): Required<Omit<Draft, 'id'>> | undefined {
  const { start, end, timeZone, locationId, trainerIds } = values;
  if (start === '' || end <= start) return undefined;
  return { start, end, timeZone, locationId: locationId || null, trainerIds };
}

/** @param stored the id of the séance that is edited, and its form before. Undefined while its times are none. */
export function draftOf(
  values: FormValues,
  stored: { readonly id: string; readonly values: FormValues } | undefined,
): Draft | undefined {
  const draft = draftOfNew(values);
  if (!draft || !stored) return draft;
  const changes = changesBetween(stored.values, values);
  const ofInterest = looked.filter((name) => name in changes).map((name) => [name, changes[name]]);
  return { id: stored.id, ...(Object.fromEntries(ofInterest) as Omit<Draft, 'id'>) };
}

/** Whether a warning is still about what stands in the form: it came a moment ago. */
export function isAbout(
  { field, start, resource }: Warning,
  values: Pick<FormValues, 'start' | 'locationId' | 'trainerIds'>,
): boolean {
  if (start !== values.start) return false;
  if (field === 'trainerIds') return values.trainerIds.includes(resource?.id ?? '');
  return field !== 'locationId' || values.locationId === resource?.id;
}

/** What the form would run into, asked while somebody types. Without an answer there is nothing to say. */
export class FormWarnings {
  readonly #found: Loader<readonly Warning[]>;
  #looked: string | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#found = new Loader(host);
  }

  get all(): readonly Warning[] {
    const { answer = [], failure } = this.#found;
    return failure ? [] : answer;
  }

  /** Asks when the draft is another one. */
  look(
    draft: Draft | undefined,
    check: (draft: Draft, signal: AbortSignal) => Promise<readonly Warning[]>,
  ): void {
    const key = JSON.stringify(draft);
    if (key === this.#looked) return;
    this.#looked = key;
    if (draft) void this.#found.load((signal) => check(draft, signal), pause);
    else this.#found.clear();
  }
}
