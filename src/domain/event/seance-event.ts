import type { Seance } from '../seance/seance.js';
import { htmlFields, valueFields } from '../seance/seance-content.js';
import type { Instant } from '../time/schedule.js';

export const eventTypes = [
  'seance.created',
  'seance.edited',
  'seance.deleted',
  'seance.restored',
  'seance.cancelled',
  'seance.reinstated',
  'seance.refreshed',
  'enrolment.enrolled',
  'enrolment.waiting',
  'enrolment.promoted',
  'enrolment.cancelled',
  'comment.added',
  'comment.edited',
  'comment.deleted',
  'comment.restored',
  'attendance.marked',
  'attendance.closed',
  'attendance.absent',
  'attendance.corrected',
] as const;
export type EventType = (typeof eventTypes)[number];

/**
 * What is done to a séance itself, and not to what belongs to it: all but its creation give it a new version. Refreshed is
 * one whose place or trainer got another name, or lost it: what calendars show of it is another, and nobody edited it.
 */
export const ownEventTypes = [
  'seance.created',
  'seance.edited',
  'seance.deleted',
  'seance.restored',
  'seance.cancelled',
  'seance.reinstated',
] as const satisfies readonly EventType[];

/** A user, with the name that they had when it happened. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** Something that happened to a séance. Written once and never changed, but for people who ask to be forgotten. */
export interface SeanceEvent {
  /** UUIDv7. */
  readonly id: string;
  readonly type: EventType;
  readonly at: Instant;
  /** Who did it; null for the host, or the plugin itself. */
  readonly actor: Named | null;
  readonly spaceId: string;
  readonly sessionId: string;
  readonly seanceId: string;
  /** Whose enrolment it is about; null for events of the séance. */
  readonly user: Named | null;
  /** What changed, as a JSON object: see {@link differenceOf} for edits. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** What an edit is told with before and after. Texts may be long, and are there to read in the séance itself. */
const shortFields = [
  'name',
  'start',
  'end',
  'timeZone',
  ...valueFields.filter((field) => field !== 'name'),
  'seriesId',
] as const satisfies readonly (keyof Seance)[];

/** What an edit changed: the names of the fields, and the values of the short ones before and after. */
export interface SeanceDifference {
  readonly changed: readonly (keyof Seance)[];
  readonly before: Partial<Seance>;
  readonly after: Partial<Seance>;
}

export function differenceOf(before: Seance, after: Seance): SeanceDifference {
  const short = differenceIn(shortFields, before, after);
  return { ...short, changed: [...short.changed, ...differenceIn(htmlFields, before, after).changed] };
}

/** As {@link differenceOf}, of `fields` alone: all of them count as short. */
export function differenceIn<Field extends keyof Seance>(
  fields: readonly Field[],
  before: Pick<Seance, Field>,
  after: Pick<Seance, Field>,
): SeanceDifference {
  const changed = fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
  const only = (seance: Pick<Seance, Field>) =>
    Object.fromEntries(changed.map((field) => [field, seance[field]]));
  return { changed, before: only(before), after: only(after) };
}
