import type { EventType, SeanceEvent } from '../event/seance-event.js';
import { type Instant, shiftInstant } from '../time/schedule.js';
import type { SetKind } from './notice.js';

/** A value before and after what happened, a JSON value each. */
export interface Difference {
  readonly before: unknown;
  readonly after: unknown;
}

/** What is told of one séance. */
export interface NoticeFacts {
  /** What became different, by its name. What is as it was before is not told. */
  readonly differences: Readonly<Record<string, Difference>>;
  /** Who did it, each once; an empty text for the host, or the plugin itself. Nobody is told of what they alone did. */
  readonly actors: readonly string[];
  /** The informations that were announced, and to whom. */
  readonly announced?: readonly Announced[];
}

export interface Announced {
  readonly commentId: string;
  readonly to: readonly Audience[];
}

export const audiences = ['enrolled', 'waiting', 'trainers'] as const;
export type Audience = (typeof audiences)[number];

/** What an event adds to what people are told. */
export interface Contribution {
  readonly kind: SetKind;
  readonly seanceId: string;
  readonly sessionId: string;
  readonly spaceId: string;
  /** Whom it is about; an empty text when it is about the séance. */
  readonly userId: string;
  readonly facts: NoticeFacts;
  readonly at: Instant;
}

/** What people are told of when it becomes another. */
const movedBy = ['start', 'end', 'timeZone', 'locationId'] as const;
const toldFields = [...movedBy, 'onlineUrl'] as const;

/** Changes join a set as long as they come within two minutes of its last one, and ten of its first. In seconds. */
const joinsWithin = 120;
const openAtMost = 600;

/** When a set is told. What becomes of somebody's place is told at once. */
export function closingOf(kind: SetKind, firstAt: Instant, lastAt: Instant): Instant {
  if (kind === 'place') return lastAt;
  const [quiet, latest] = [shiftInstant(lastAt, joinsWithin), shiftInstant(firstAt, openAtMost)];
  return quiet < latest ? quiet : latest;
}

/** Whether a set is joined by nothing but what happened with it: what becomes of a place is told request by request. */
export function isOfOneChange(kind: SetKind): boolean {
  return kind === 'place' || kind === 'confirmation';
}

/** What an event adds, by what it is about. */
export function contributionsOf(event: SeanceEvent): readonly Contribution[] {
  const { seanceId, sessionId, spaceId, at } = event;
  const actors = [event.actor?.id ?? ''];
  return factsOf(event).map(({ kind, userId = '', differences, announced }) => ({
    ...{ kind, seanceId, sessionId, spaceId, userId, at },
    facts: { differences, actors, ...(announced && { announced }) },
  }));
}

interface Told {
  readonly kind: SetKind;
  readonly userId?: string;
  readonly differences: NoticeFacts['differences'];
  readonly announced?: readonly Announced[];
}

const readers: Readonly<Partial<Record<EventType, (event: SeanceEvent) => readonly Told[]>>> = {
  'seance.created': ({ data }) => trainersOf([], idsIn(data['trainers'])),
  'seance.edited': edited,
  'seance.cancelled': ({ data }) => [cancelled(null, { reason: textIn(data['reason']) })],
  'seance.reinstated': ({ data }) => [cancelled({ reason: textIn(data['reason']) }, null)],
  'enrolment.enrolled': (event) => placed(event, null, 'enrolled'),
  'enrolment.waiting': (event) => placed(event, textIn(event.data['status']) || null, 'waiting'),
  'enrolment.promoted': (event) => placed(event, 'waiting', 'enrolled'),
  'enrolment.cancelled': (event) => placed(event, textIn(event.data['status']) || 'enrolled', null),
  'attendance.absent': (event) => absent(event, false, true),
  'attendance.corrected': (event) =>
    event.data['isTold'] === true
      ? absent(event, event.data['before'] === 'absent', event.data['mark'] === 'absent')
      : [],
  'comment.added': announcedIn,
  'comment.restored': announcedIn,
  'comment.deleted': ({ data }) => [
    { kind: 'information', differences: {}, announced: [{ commentId: textIn(data['commentId']), to: [] }] },
  ],
};

function factsOf(event: SeanceEvent): readonly Told[] {
  return readers[event.type]?.(event) ?? [];
}

function edited({ data }: SeanceEvent): readonly Told[] {
  const [before, after] = [objectIn(data['before']), objectIn(data['after'])];
  const differences = Object.fromEntries(
    toldFields.flatMap((field) =>
      field in before ? [[field, { before: before[field], after: after[field] }]] : [],
    ),
  );
  return [
    ...(Object.keys(differences).length > 0 ? [{ kind: 'change', differences } as const] : []),
    ...('trainers' in before ? trainersOf(idsIn(before['trainers']), idsIn(after['trainers'])) : []),
  ];
}

function trainersOf(before: readonly string[], after: readonly string[]): readonly Told[] {
  const told = (userId: string, is: boolean): Told => ({
    ...{ kind: 'assigned', userId },
    differences: { trainer: { before: !is, after: is } },
  });
  return [
    ...after.filter((id) => !before.includes(id)).map((id) => told(id, true)),
    ...before.filter((id) => !after.includes(id)).map((id) => told(id, false)),
  ];
}

function cancelled(before: unknown, after: unknown): Told {
  return { kind: 'change', differences: { cancelled: { before, after } } };
}

/** To the learner what others did to their place, and that they have one; to trainers who comes and goes. */
function placed({ user, actor }: SeanceEvent, before: string | null, after: string | null): readonly Told[] {
  if (!user || user.id === '') return [];
  const differences = { place: { before, after } };
  const told = { userId: user.id, differences };
  const isOwn = actor?.id === user.id;
  // Who moves up is told so, but for those who have made the room themselves.
  const isTaken = after === 'enrolled' && (before === null || isOwn);
  return [
    ...(isOwn ? [] : [{ kind: 'place', ...told } as const]),
    ...(isTaken ? [{ kind: 'confirmation', ...told } as const] : []),
    { kind: 'enrolments', ...told },
  ];
}

/** To the learner, that they were noted absent from a half-day that is closed, and when that was corrected. */
function absent({ user }: SeanceEvent, before: boolean, after: boolean): readonly Told[] {
  if (!user || user.id === '' || before === after) return [];
  return [{ kind: 'place', userId: user.id, differences: { absence: { before, after } } }];
}

function announcedIn({ data }: SeanceEvent): readonly Told[] {
  const to = idsIn(objectIn(data['announce'])['to']).filter((one): one is Audience =>
    (audiences as readonly string[]).includes(one),
  );
  if (to.length === 0) return [];
  return [
    { kind: 'information', differences: {}, announced: [{ commentId: textIn(data['commentId']), to }] },
  ];
}

/** What is told when something more happens to what is told already. */
export function joined(earlier: NoticeFacts, later: NoticeFacts): NoticeFacts {
  const differences = { ...earlier.differences };
  for (const [name, { before, after }] of Object.entries(later.differences)) {
    const known = differences[name];
    differences[name] = { before: known ? known.before : before, after };
  }
  const announced = new Map((earlier.announced ?? []).map((one) => [one.commentId, one]));
  for (const one of later.announced ?? [])
    // What was never announced, or not in this set, is told of no more when it is deleted.
    if (one.to.length > 0) announced.set(one.commentId, one);
    else announced.delete(one.commentId);
  return {
    differences,
    actors: [...new Set([...earlier.actors, ...later.actors])],
    ...(announced.size > 0 && { announced: [...announced.values()] }),
  };
}

/** What is left to be told: of what is as it was before, nothing. Undefined when that is all. */
export function leftOf(facts: NoticeFacts): NoticeFacts | undefined {
  const differences = Object.fromEntries(
    Object.entries(facts.differences).filter(([, { before, after }]) => !isSame(before, after)),
  );
  const hasAnnounced = (facts.announced ?? []).some(({ to }) => to.length > 0);
  return Object.keys(differences).length > 0 || hasAnnounced ? { ...facts, differences } : undefined;
}

/** Whether a séance is at another time or place. */
export function isMoved({ differences }: NoticeFacts): boolean {
  return movedBy.some((name) => name in differences);
}

/** Whether somebody did by themselves all that there is to tell. */
export function isOwnDoing(userId: string, { actors }: NoticeFacts): boolean {
  return actors.length === 1 && actors[0] === userId;
}

function isSame(before: unknown, after: unknown): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}

function objectIn(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function textIn(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Of a list of ids, or of people. */
function idsIn(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return [];
  return value
    .map((one: unknown) => (typeof one === 'string' ? one : textIn(objectIn(one)['id'])))
    .filter((id) => id !== '');
}
