import type { Directory } from '../../ports/directory.js';
import type { SeanceOutline } from '../../ports/platform-seance-repository.js';

/** A séance with the name of its space; null when the host has no such space any more. */
export interface PlacedSeance extends SeanceOutline {
  readonly spaceName: string | null;
}

/** Asks the host what the spaces of séances are called: each once. */
export class SpaceNames {
  constructor(private readonly directory: Directory) {}

  async of(seances: readonly SeanceOutline[]): Promise<readonly PlacedSeance[]> {
    const ids = [...new Set(seances.map(({ spaceId }) => spaceId))];
    const spaces = await Promise.all(ids.map((id) => this.directory.space(id)));
    const names = new Map(spaces.map((space, index) => [ids[index], space?.name ?? null]));
    return seances.map((seance) => ({ ...seance, spaceName: names.get(seance.spaceId) ?? null }));
  }
}
