import { decideEach, Refusal } from '../refusal.js';
import { assertWindow, type EnrolmentWindow, windowMoved } from '../seance/enrolment-window.js';
import { assertGroupAllowed, type Seance } from '../seance/seance.js';
import { contentFields, type OwnField, type SeanceContent } from '../seance/seance-content.js';
import { type Schedule, schedule } from '../time/schedule.js';
import { clockMinutes, parseWallTime, type WallTime, wallTimeAt } from '../time/wall-time.js';
import { baseName, numberedName } from '../repetition/numbering.js';
import { inScope, type Scope } from './series-scope.js';

/** What an edit did to one séance, in terms that can be done to others of its series. */
interface SeriesChange {
  readonly content: Partial<SeanceContent>;
  /** The start from which a window for enrolment among the content counts. */
  readonly start: WallTime;
  /** By how many minutes of wall time the start moved: the same for every occurrence, whatever the clocks do. */
  readonly moved: number;
  /** The new length in minutes of wall time; null when it is the same. */
  readonly length: number | null;
  readonly timeZone: Schedule['timeZone'] | null;
}

/** One séance before and after a change. */
export interface ChangedSeance {
  readonly before: Seance;
  readonly after: Seance;
}

/**
 * What becomes of the séances of a series when `target` is edited into `edited` for a scope: the one function behind
 * the preview and the edition.
 *
 * `this` remembers what was changed by hand. Otherwise each séance in scope takes the change, except in the fields
 * that it has of its own, and moves by the same wall-clock difference. `following` splits the series: what follows
 * is the series `newSeriesId`, unless nothing stays behind.
 *
 * @param members the séances of the series in the order of their starts; only `target` for one on its own.
 * @throws Refusal `validation` when séances would not be valid, which it names.
 */
export function changeSeries(
  target: Seance,
  edited: Seance,
  members: readonly Seance[],
  scope: Scope,
  newSeriesId: string,
): readonly ChangedSeance[] {
  const change = changeBetween(target, edited);
  const fields = changedFields(change);
  if (scope === 'this')
    return [{ before: target, after: target.seriesId === null ? edited : withOwn(edited, fields) }];
  const affected = inScope(target, members, scope);
  const split = affected.length < members.length;
  return decideEach(affected, (before) => {
    const changed = before.id === target.id ? inSeries(edited, fields) : withChange(before, change);
    return { before, after: split ? { ...changed, seriesId: newSeriesId } : changed };
  });
}

/** Fields of the change that a séance keeps as it has them of its own. */
export function keptFields(seance: Seance, target: Seance, edited: Seance): readonly OwnField[] {
  if (seance.id === target.id) return [];
  return changedFields(changeBetween(target, edited)).filter((field) => seance.ownFields.includes(field));
}

function changeBetween(before: Seance, after: Seance): SeriesChange {
  const fields = contentFields.filter((field) => !sameValue(before[field], after[field]));
  const length = lengthOf(after);
  // Others of the series take the name without the number of this one.
  const common: Seance = { ...after, name: baseName(after) };
  return {
    content: Object.fromEntries(fields.map((field) => [field, common[field]])),
    start: after.start,
    moved: clockMinutes(after.start) - clockMinutes(before.start),
    length: length === lengthOf(before) ? null : length,
    timeZone: before.timeZone === after.timeZone ? null : after.timeZone,
  };
}

function changedFields({ content, moved, length, timeZone }: SeriesChange): readonly OwnField[] {
  return [
    ...(Object.keys(content) as OwnField[]),
    ...(moved !== 0 ? (['start'] as const) : []),
    ...(length !== null ? (['length'] as const) : []),
    ...(timeZone ? (['timeZone'] as const) : []),
  ];
}

/** The edited séance itself, when the change is one of its own. */
function withOwn(edited: Seance, fields: readonly OwnField[]): Seance {
  return { ...edited, ownFields: [...new Set([...edited.ownFields, ...fields])] };
}

/** The edited séance itself, when the others follow it: what it has in common with them again is no longer its own. */
function inSeries(edited: Seance, fields: readonly OwnField[]): Seance {
  const name = fields.includes('name') ? numberedName(baseName(edited), edited.seriesNumber) : edited.name;
  return { ...edited, name, ownFields: edited.ownFields.filter((field) => !fields.includes(field)) };
}

/** `seance` with the change of its series, except for what it has of its own. */
function withChange(seance: Seance, change: SeriesChange): Seance {
  const free = (field: string) => !seance.ownFields.includes(field as OwnField);
  const content: Partial<SeanceContent> = Object.fromEntries(
    Object.entries(change.content).filter(([field]) => free(field)),
  );
  const start = free('start') ? moveBy(seance.start, change.moved) : seance.start;
  const length = change.length !== null && free('length') ? change.length : lengthOf(seance);
  const timeZone = change.timeZone && free('timeZone') ? change.timeZone : seance.timeZone;
  const changed: Seance = {
    ...seance,
    ...content,
    ...windowIn(content, change.start, start),
    ...schedule(start, moveBy(start, length), timeZone),
  };
  const named =
    content.name === undefined
      ? changed
      : { ...changed, name: numberedName(changed.name, seance.seriesNumber) };
  assertGroupAllowed(named);
  assertWindow(named);
  return named;
}

/** What a change says of the window: as many days before, and at the same time of day, as of the séance that was edited. */
function windowIn(content: Partial<SeanceContent>, from: WallTime, to: WallTime): Partial<EnrolmentWindow> {
  const { enrolmentOpens = null, enrolmentCloses = null } = content;
  const moved = windowMoved({ enrolmentOpens, enrolmentCloses }, from, to);
  return {
    ...('enrolmentOpens' in content && { enrolmentOpens: moved.enrolmentOpens }),
    ...('enrolmentCloses' in content && { enrolmentCloses: moved.enrolmentCloses }),
  };
}

/** @throws Refusal `validation` when the result is not a wall time that the tool knows. */
function moveBy(wallTime: WallTime, minutes: number): WallTime {
  const moved = parseWallTime(wallTimeAt(clockMinutes(wallTime) + minutes));
  if (!moved) throw Refusal.field('start', 'invalid-date-time');
  return moved;
}

function lengthOf({ start, end }: Pick<Schedule, 'start' | 'end'>): number {
  return clockMinutes(end) - clockMinutes(start);
}

function sameValue(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
