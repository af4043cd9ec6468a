import { decideEach, type FieldPath, Refusal } from '../../domain/refusal.js';
import { atHours, type Hours } from '../../domain/seance/hours.js';
import type { Seance } from '../../domain/seance/seance.js';
import { changeSeries, type ChangedSeance } from '../../domain/series/series-change.js';
import type { Visit } from '../access/space-access.js';
import type { Choices, SeanceChoices } from '../seance/seance-choices.js';
import type { SeanceDrafts } from '../seance/seance-drafts.js';
import type { SeanceChanges } from '../seance/seance-input.js';

/** What can be changed of séances that were chosen one by one. Hours are those of the clocks of each. */
export interface SelectionChanges
  extends Pick<SeanceChanges, 'locationId' | 'trainerIds' | 'capacity' | 'inAgenda'>, Hours {}

/** Which séances, and what of them. */
export interface SelectionEdit {
  readonly ids: readonly string[];
  readonly changes: SelectionChanges;
}

/** What was looked up for each session of the séances, before any transaction. */
export type SelectionChoices = ReadonlyMap<string, Choices>;

/** Looks up what was chosen, for séances as they are now. @throws Refusal `validation` */
export async function choicesFor(
  choices: SeanceChoices,
  visit: Visit<'edit'>,
  seances: readonly Seance[],
  changes: SelectionChanges,
): Promise<SelectionChoices> {
  const found = new Map<string, Choices>();
  for (const sessionId of new Set(seances.map((seance) => seance.sessionId))) {
    const there = seances.filter((seance) => seance.sessionId === sessionId);
    const current = {
      trainers: there.flatMap(({ trainers }) => trainers),
      locationId: there.find(({ locationId }) => locationId === changes.locationId)?.locationId ?? null,
    };
    found.set(sessionId, await choices.resolve(visit, sessionId, written(changes), current));
  }
  return found;
}

/**
 * What becomes of each: as if it were edited by itself, so that in a series the change is one of its own.
 *
 * @throws Refusal `validation` that names every séance that would not be valid.
 */
export function changeSelection(
  drafts: SeanceDrafts,
  seances: readonly Seance[],
  changes: SelectionChanges,
  choices: SelectionChoices,
): readonly ChangedSeance[] {
  return decideEach(seances, (seance) => {
    const sent = { ...written(changes), ...atHours(seance, changes) };
    const edited = drafts.rewritten(seance, sent, choices.get(seance.sessionId) ?? {});
    return changeSeries(seance, edited, [seance], 'this', '');
  }).flat();
}

/** Has `work` refused at the fields of the request, which has those of a séance under `changes`. */
export async function asSent<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!Refusal.is(error)) throw error;
    const issues = error.issues.map((issue) => ({ ...issue, field: sentField(issue.field) }));
    throw new Refusal(error.code, issues);
  }
}

function written({ startTime: _start, endTime: _end, ...changes }: SelectionChanges): SeanceChanges {
  return changes;
}

const hours: Readonly<Record<string, string>> = { start: 'startTime', end: 'endTime' };

/** Where the request has what is wrong of a séance. */
function sentField([first, ...rest]: FieldPath): FieldPath {
  if (first === undefined) return [];
  if (first === 'ids') return [first, ...rest];
  return ['changes', hours[first] ?? first, ...rest];
}
