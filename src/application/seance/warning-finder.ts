import { overlapping } from '../../domain/seance/clashes.js';
import {
  clashWarning,
  dateWarnings,
  deletedPlaceWarning,
  sameSeriesWarnings,
  type Warning,
} from '../../domain/seance/warning.js';
import { type Instant, lastDateOf, type Schedule } from '../../domain/time/schedule.js';
import { dateOf } from '../../domain/time/wall-time.js';
import type { TrainingSession } from '../../ports/directory.js';
import type { Repositories } from '../../ports/unit-of-work.js';
import { type ClashView, findClashes, type PlannedSeance, placesOf } from './clash-finder.js';

/** How many warnings of one date are told. */
export const mostWarnings = 50;

/** A séance of a series, as it is or as it would be. */
type Member = Pick<PlannedSeance, 'startsAt' | 'endsAt' | 'id' | 'name' | 'cancelled'>;

/** What planned séances have around them. */
export interface Surroundings {
  /** Whose closed days hold. */
  readonly platformId: string;
  /** Their session; undefined when the space has it no longer. */
  readonly session: Pick<TrainingSession, 'startsOn' | 'endsOn'> | undefined;
  readonly now: Instant;
  /** The séances of their series, as they are; those that are planned anew may be among them. */
  readonly series: readonly Member[];
  /** The place among theirs that is proposed no longer; null for none. */
  readonly deletedPlaceId: string | null;
}

/** What one planned séance runs into. */
export interface Findings {
  readonly conflicts: readonly ClashView[];
  /** At most {@link mostWarnings}; clashes are among them. */
  readonly warnings: readonly Warning[];
}

/** A period that nobody gave. */
const openEnded = { startsOn: null, endsOn: null };

/** What each of `planned` would run into: the one function behind every preview, and behind what a form shows. */
export async function findWarnings(
  repositories: Repositories,
  planned: readonly PlannedSeance[],
  { platformId, session = openEnded, now, series, deletedPlaceId }: Surroundings,
): Promise<readonly Findings[]> {
  if (planned.length === 0) return [];
  const places = await placesOf(repositories, planned);
  const clashes = await findClashes(repositories, planned, places);
  const bounds = { closed: await closedDuring(repositories, platformId, planned), session, now };
  const there = sameSeries(planned, series);
  return planned.map((one, index) => {
    const conflicts = clashes[index] ?? [];
    const gone = one.locationId === deletedPlaceId ? places.get(deletedPlaceId ?? '') : undefined;
    const warnings = [
      ...(gone ? [deletedPlaceWarning(one, gone)] : []),
      ...dateWarnings(one, bounds),
      ...sameSeriesWarnings(one, there[index] ?? []),
      ...conflicts.map((clash) => clashWarning(one, clash, clash.resource)),
    ];
    return { conflicts, warnings: warnings.slice(0, mostWarnings) };
  });
}

async function closedDuring({ closedDays }: Repositories, platformId: string, planned: readonly Schedule[]) {
  const first = planned.map(({ start }) => dateOf(start)).sort()[0];
  const last = planned.map(lastDateOf).sort().at(-1);
  return first && last ? closedDays.between(platformId, first, last) : [];
}

/** For each of `planned`, the séances of its series at an overlapping time: as they are, or as they would be. */
function sameSeries(
  planned: readonly PlannedSeance[],
  series: readonly Member[],
): readonly (readonly { readonly id: string; readonly name: string }[])[] {
  const ids = new Set(planned.map(({ id }) => id));
  const members = [...series.filter(({ id }) => !ids.has(id)), ...planned].filter(takesPlace);
  return overlapping(planned, members).map((there, index) =>
    (planned[index]?.cancelled ? [] : there).flatMap(({ id, name }) =>
      id === null || id === planned[index]?.id ? [] : [{ id, name }],
    ),
  );
}

function takesPlace({ cancelled }: Member): boolean {
  return cancelled === null;
}
