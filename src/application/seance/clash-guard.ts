import { type FieldPath, type Issue, Refusal, refusedSeance } from '../../domain/refusal.js';
import { newlyTaken, type Resource, resourceKey } from '../../domain/seance/clashes.js';
import type { Seance } from '../../domain/seance/seance.js';
import { clashWarning } from '../../domain/seance/warning.js';
import type { Settings } from '../../domain/settings/settings.js';
import type { Repositories } from '../../ports/unit-of-work.js';
import { type ClashView, findClashes, placesOf } from './clash-finder.js';

/** How many clashes a refusal names. */
const mostNamed = 50;

/** A séance as it was, and as it will be. */
interface Change {
  /** Null for one that is new. One that was deleted took nothing. */
  readonly before: Seance | null;
  readonly after: Seance;
}

/** Where a request names a séance; undefined for the field of the form that would be changed. */
export type FieldOf = (seance: Seance) => FieldPath | undefined;

interface Asked {
  readonly change: Change;
  readonly resources: readonly Resource[];
}

/**
 * Refuses changes that take a trainer or a place twice, where the platform wants that (ADR 0018). Asked of what is taken
 * newly: whatever clashes since before is left alone. It locks what it asks of until the end of the transaction, so that
 * nobody else takes it meanwhile; call it with every other lock held, and before anything is written.
 *
 * @param fieldOf where the request names a séance.
 * @throws Refusal `trainer-busy`, `location-busy`, with the dates.
 */
export async function assertFree(
  repositories: Repositories,
  { clashes: policy }: Pick<Settings, 'clashes'>,
  changes: readonly Change[],
  fieldOf?: FieldOf,
): Promise<void> {
  if (policy === 'warn') return;
  const asked = changes
    .map((change): Asked => ({ change, resources: resourcesAsked(change) }))
    .filter(({ resources }) => resources.length > 0);
  if (asked.length === 0) return;
  await repositories.platformSeances.lockResources(eachOnce(asked));
  const planned = asked.map(({ change }) => change.after);
  const newlyTakenBy = new Map(asked.map(({ change, resources }) => [change.after.id, resources]));
  const places = await placesOf(repositories, planned);
  const clashes = await findClashes(
    repositories,
    planned,
    places,
    ({ id }) => newlyTakenBy.get(id ?? '') ?? [],
  );
  const issues = asked.flatMap(({ change }, index) =>
    (clashes[index] ?? []).map((clash) => issueOf(change, clash, fieldOf)),
  );
  if (issues[0]) throw new Refusal(issues[0].code, issues.slice(0, mostNamed));
}

function resourcesAsked({ before, after }: Change): readonly Resource[] {
  return newlyTaken(before?.deletedAt === null ? before : null, after);
}

function eachOnce(asked: readonly Asked[]): readonly Resource[] {
  const all = asked.flatMap(({ resources }) => resources);
  return [...new Map(all.map((one) => [resourceKey(one), one])).values()];
}

function issueOf(change: Change, clash: ClashView, fieldOf?: FieldOf) {
  const { before, after } = change;
  const { code, field, seance: takenBy } = clashWarning(after, clash, clash.resource);
  return {
    field: fieldOf?.(after) ?? [movedField(change) ?? field],
    code,
    params: {
      resource: clash.resource.name,
      isNamed: takenBy ? 'yes' : 'no',
      takenBy: takenBy?.name ?? '',
    },
    clash: { name: after.name, start: after.start, resource: clash.resource, takenBy },
    ...(before && { seance: refusedSeance(after) }),
  } satisfies Issue;
}

function movedField({ before, after }: Change): 'start' | 'end' | null {
  if (before?.deletedAt !== null) return null;
  if (before.startsAt !== after.startsAt) return 'start';
  return before.endsAt === after.endsAt ? null : 'end';
}
