import { Refusal } from '../../domain/refusal.js';
import type { Seance } from '../../domain/seance/seance.js';
import type { SeanceTrainer } from '../../domain/seance/seance-content.js';
import type { Directory } from '../../ports/directory.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';
import type { Visit } from '../access/space-access.js';
import type { ProposedLocation, ProposedLocations } from '../location/proposed-locations.js';
import type { SeanceChanges } from './seance-input.js';

/** What somebody chose among what was proposed. Undefined where nothing was said. */
export interface Choices {
  readonly trainers?: readonly SeanceTrainer[];
  readonly location?: ProposedLocation | null;
}

/** Looks up trainers and places in the host and the catalogue: before any transaction, since a host may be slow. */
export class SeanceChoices {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly directory: Directory,
    private readonly proposedLocations: ProposedLocations,
  ) {}

  /**
   * `current` is what the séance has already: that may stay, even if a trainer has left the session or the place is
   * proposed no longer.
   *
   * @throws Refusal `validation` with `not-proposed` at each trainer and place that cannot be chosen.
   */
  async resolve(
    visit: Visit<'edit'>,
    sessionId: string,
    changes: SeanceChanges,
    current: Pick<Seance, 'trainers' | 'locationId'>,
  ): Promise<Choices> {
    const [trainers, location] = await Promise.all([
      changes.trainerIds && this.trainers(sessionId, changes.trainerIds, current.trainers),
      changes.locationId === undefined
        ? undefined
        : this.location(visit, changes.locationId, current.locationId),
    ]);
    return { ...(trainers && { trainers }), ...(location !== undefined && { location }) };
  }

  /** The id of the place of `seance` when it is proposed no longer; null when it is, and without a place. */
  async deletedPlaceOf(
    { platformId }: Visit<'edit'>,
    { locationId }: Pick<Seance, 'locationId'>,
  ): Promise<string | null> {
    if (locationId === null) return null;
    return (await this.proposedLocations.find(platformId, locationId)) ? null : locationId;
  }

  private async trainers(
    sessionId: string,
    ids: readonly string[],
    current: readonly SeanceTrainer[],
  ): Promise<readonly SeanceTrainer[]> {
    const found = ids.length > 0 ? await this.directory.trainersAmong(sessionId, ids) : [];
    const known = new Map([...current, ...found].map(({ id, name }) => [id, { id, name }]));
    const unknown = ids.flatMap((id, index) => (known.has(id) ? [] : [index]));
    if (unknown.length > 0) {
      throw new Refusal(
        'validation',
        unknown.map((index) => ({ field: ['trainerIds', index], code: 'not-proposed' })),
      );
    }
    return ids.flatMap((id) => known.get(id) ?? []);
  }

  private async location(
    { platformId }: Visit<'edit'>,
    id: string | null,
    current: string | null,
  ): Promise<ProposedLocation | null> {
    if (id === null) return null;
    const proposed = await this.proposedLocations.find(platformId, id);
    if (proposed) return proposed;
    const kept =
      id === current ? await this.unitOfWork.read(({ locations }) => locations.find(id)) : undefined;
    if (!kept) throw Refusal.field('locationId', 'not-proposed');
    return { place: kept, fromHost: false };
  }
}
