import { groupedBy } from '../../domain/grouped.js';
import { clashesOf, type Occupation } from '../../domain/repetition/clashes.js';
import type { Seance } from '../../domain/seance/seance.js';
import type { Instant, Schedule } from '../../domain/time/schedule.js';
import type { Repositories } from '../../ports/unit-of-work.js';

/** What a planned séance clashes with, as a client reads it. */
export interface ClashView {
  readonly kind: 'trainer' | 'location';
  /** The trainer or the place that is taken. */
  readonly resource: { readonly id: string; readonly name: string };
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  /** The séance that takes it; null when it is in another space, whose names are not shown. */
  readonly seance: { readonly id: string; readonly name: string } | null;
}

type When = Pick<Schedule, 'startsAt' | 'endsAt'>;

/** How many occupations of a kind are looked at in one go. */
const atOnce = 5_000;

/** How many clashes of one date are shown: enough to see that it is taken. A virtual room may have hundreds. */
export const mostClashes = 50;

/**
 * The clashes of each of `schedules`, which `seance`'s trainers and place would be taken for; with any séance of the
 * platform but `exceptIds`. At most {@link mostClashes} of each, the earliest.
 */
export async function findClashes(
  repositories: Repositories,
  seance: Seance,
  schedules: readonly When[],
  exceptIds: readonly string[],
): Promise<readonly (readonly ClashView[])[]> {
  if (schedules.length === 0) return [];
  const names = await resourceNames(repositories, seance);
  const clashes = await clashesDuring(repositories, seance, schedules, exceptIds);
  return clashes.map((some) => some.slice(0, mostClashes).map((clash) => view(clash, names)));
}

/** Looks at halves of the schedules when their whole period has more occupations than can be looked at in one go. */
async function clashesDuring(
  repositories: Repositories,
  seance: Seance,
  schedules: readonly When[],
  exceptIds: readonly string[],
): Promise<readonly (readonly Occupation[])[]> {
  const { found, complete } = await repositories.platformSeances.occupations({
    trainerIds: seance.trainers.map(({ id }) => id),
    locationId: seance.locationId,
    from: least(schedules.map(({ startsAt }) => startsAt)),
    to: most(schedules.map(({ endsAt }) => endsAt)),
    spaceId: seance.spaceId,
    exceptIds,
    most: atOnce,
  });
  if (complete || schedules.length === 1) return clashesOf(schedules, found);
  const middle = Math.ceil(schedules.length / 2);
  return [
    ...(await clashesDuring(repositories, seance, schedules.slice(0, middle), exceptIds)),
    ...(await clashesDuring(repositories, seance, schedules.slice(middle), exceptIds)),
  ];
}

/**
 * The clashes of each of `seances` by its id, for its own trainers and place, with any séance of the platform but them.
 * Those that have the same trainers and place are looked at together.
 */
export async function findClashesOfEach(
  repositories: Repositories,
  seances: readonly Seance[],
): Promise<ReadonlyMap<string, readonly ClashView[]>> {
  const ids = seances.map(({ id }) => id);
  const alike = groupedBy(seances, ({ locationId, trainers }) =>
    JSON.stringify([locationId, ...trainers.map(({ id }) => id)]),
  );
  const found = new Map<string, readonly ClashView[]>();
  for (const same of alike.values()) {
    const clashes = await findClashes(repositories, same[0] as Seance, same, ids);
    same.forEach(({ id }, index) => found.set(id, clashes[index] ?? []));
  }
  return found;
}

async function resourceNames(
  { locations }: Repositories,
  seance: Seance,
): Promise<ReadonlyMap<string, string>> {
  const place = seance.locationId === null ? undefined : await locations.find(seance.locationId);
  return new Map([
    ...seance.trainers.map(({ id, name }): [string, string] => [`trainer ${id}`, name]),
    ...(place ? [[`location ${place.id}`, place.name] as [string, string]] : []),
  ]);
}

function view(
  { kind, resourceId, startsAt, endsAt, seance }: Occupation,
  names: ReadonlyMap<string, string>,
): ClashView {
  return {
    kind,
    resource: { id: resourceId, name: names.get(`${kind} ${resourceId}`) ?? '' },
    startsAt,
    endsAt,
    seance,
  };
}

function least(instants: readonly Instant[]): Instant {
  return instants.reduce((one, other) => (one < other ? one : other));
}

function most(instants: readonly Instant[]): Instant {
  return instants.reduce((one, other) => (one > other ? one : other));
}
