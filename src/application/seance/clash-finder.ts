import { groupedBy } from '../../domain/grouped.js';
import type { Location } from '../../domain/location/location.js';
import {
  type Occupation,
  overlapping,
  type Resource,
  resourceKey,
  resourcesOf,
} from '../../domain/seance/clashes.js';
import type { Seance } from '../../domain/seance/seance.js';
import type { Instant, Schedule } from '../../domain/time/schedule.js';
import type { OccupationSearch } from '../../ports/platform-seance-repository.js';
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

/** A séance as it would be. */
export interface PlannedSeance
  extends Schedule, Pick<Seance, 'name' | 'spaceId' | 'trainers' | 'locationId' | 'cancelled'> {
  /** Null for one that does not exist yet. */
  readonly id: string | null;
}

type When = Pick<Schedule, 'startsAt' | 'endsAt'>;

/** How many occupations of a kind are looked at in one go. */
const atOnce = 5_000;

/** How many clashes of one date are shown: enough to see that it is taken. A virtual room may have hundreds. */
export const mostClashes = 50;

/**
 * The clashes of each of `planned`: with any séance of the platform as it is, and with the others of `planned` as they
 * would be. At most {@link mostClashes} of each.
 *
 * @param places the places of `planned`, by id.
 * @param askedOf which of its trainers and places are asked about; by default all.
 */
export async function findClashes(
  repositories: Repositories,
  planned: readonly PlannedSeance[],
  places: ReadonlyMap<string, Location>,
  askedOf: (one: PlannedSeance) => readonly Resource[] = resourcesOf,
): Promise<readonly (readonly ClashView[])[]> {
  const ids = planned.flatMap(({ id }) => id ?? []);
  const own = groupedBy(planned.flatMap(occupationsOf), resourceKey);
  const found = new Map<PlannedSeance, readonly ClashView[]>();
  // Those that are asked about the same trainers and place are looked at together.
  for (const alike of groupedBy(planned, (one) => JSON.stringify(askedOf(one).map(resourceKey))).values()) {
    const { spaceId } = alike[0] as PlannedSeance;
    const asked = askedOf(alike[0] as PlannedSeance);
    const search = { ...searchOf(asked), spaceId, exceptIds: ids, most: atOnce };
    const stored = await clashesDuring(repositories, search, alike);
    const siblings = overlapping(
      alike,
      asked.flatMap((resource) => own.get(resourceKey(resource)) ?? []),
    );
    alike.forEach((one, index) => {
      const others = (siblings[index] ?? []).filter(({ seance }) => seance?.id !== one.id);
      const clashes = [...(stored[index] ?? []), ...others].slice(0, mostClashes);
      found.set(
        one,
        clashes.map((clash) => view(clash, one, places)),
      );
    });
  }
  return planned.map((one) => found.get(one) ?? []);
}

/** Looks at halves of the schedules when their whole period has more occupations than can be looked at in one go. */
async function clashesDuring(
  repositories: Repositories,
  search: Omit<OccupationSearch, 'from' | 'to'>,
  schedules: readonly When[],
): Promise<readonly (readonly Occupation[])[]> {
  const { found, complete } = await repositories.platformSeances.occupations({
    ...search,
    from: least(schedules.map(({ startsAt }) => startsAt)),
    to: most(schedules.map(({ endsAt }) => endsAt)),
  });
  if (complete || schedules.length === 1) return overlapping(schedules, found);
  const middle = Math.ceil(schedules.length / 2);
  return [
    ...(await clashesDuring(repositories, search, schedules.slice(0, middle))),
    ...(await clashesDuring(repositories, search, schedules.slice(middle))),
  ];
}

function searchOf(asked: readonly Resource[]): Pick<OccupationSearch, 'trainerIds' | 'locationId'> {
  const idsOf = (kind: Resource['kind']) =>
    asked.filter((one) => one.kind === kind).map(({ resourceId }) => resourceId);
  return { trainerIds: idsOf('trainer'), locationId: idsOf('location')[0] ?? null };
}

/** What a planned séance takes; nothing when nobody could tell it from another. */
function occupationsOf(planned: PlannedSeance): readonly Occupation[] {
  const { id, name, startsAt, endsAt } = planned;
  if (id === null) return [];
  return resourcesOf(planned).map((one) => ({ ...one, startsAt, endsAt, seance: { id, name } }));
}

function view(
  { kind, resourceId: id, startsAt, endsAt, seance }: Occupation,
  { trainers }: PlannedSeance,
  places: ReadonlyMap<string, Location>,
): ClashView {
  const resource = kind === 'trainer' ? trainers.find((trainer) => trainer.id === id) : places.get(id);
  return { kind, resource: { id, name: resource?.name ?? '' }, startsAt, endsAt, seance };
}

/** The places of séances, by id: deleted ones too. */
export async function placesOf(
  { locations }: Repositories,
  planned: readonly Pick<PlannedSeance, 'locationId'>[],
): Promise<ReadonlyMap<string, Location>> {
  const places = new Map<string, Location>();
  for (const id of new Set(planned.flatMap(({ locationId }) => locationId ?? []))) {
    const place = await locations.find(id);
    if (place) places.set(id, place);
  }
  return places;
}

function least(instants: readonly Instant[]): Instant {
  return instants.reduce((one, other) => (one < other ? one : other));
}

function most(instants: readonly Instant[]): Instant {
  return instants.reduce((one, other) => (one > other ? one : other));
}
