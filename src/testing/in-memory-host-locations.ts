import type { Location } from '../domain/location/location.js';
import { sortKey } from '../domain/text/fold.js';
import type { PageOf } from '../domain/page.js';
import type { PersonSearch } from '../ports/directory.js';
import { HostLocations } from '../ports/host-locations.js';
import { searchPage } from './search-page.js';

/** Places of a host, in memory, by name. */
export class InMemoryHostLocations extends HostLocations {
  readonly #locations: ReadonlyMap<string, readonly Location[]>;

  /** @param others those of platforms other than `''`, by the platform's id. */
  constructor(locations: readonly Location[], others: Readonly<Record<string, readonly Location[]>> = {}) {
    super();
    const all = Object.entries({ '': locations, ...others });
    this.#locations = new Map(all.map(([platformId, some]) => [platformId, some.toSorted(byName)]));
  }

  override async search(search: PersonSearch, platformId = ''): Promise<PageOf<Location>> {
    return Promise.resolve(searchPage(this.#of(platformId), search, ({ name }) => name));
  }

  override async find(id: string, platformId = ''): Promise<Location | undefined> {
    return Promise.resolve(this.#of(platformId).find((location) => location.id === id));
  }

  #of(platformId: string): readonly Location[] {
    return this.#locations.get(platformId) ?? [];
  }
}

function byName(one: Location, other: Location): number {
  return sortKey(one.name) < sortKey(other.name) ? -1 : 1;
}
