import type { Location } from '../domain/location/location.js';
import { sortKey } from '../domain/text/fold.js';
import type { PageOf } from '../domain/page.js';
import type { PersonSearch } from '../ports/directory.js';
import { HostLocations } from '../ports/host-locations.js';
import { searchPage } from './search-page.js';

/** Places of a host, in memory, by name. */
export class InMemoryHostLocations extends HostLocations {
  readonly #locations: readonly Location[];

  constructor(locations: readonly Location[]) {
    super();
    this.#locations = [...locations].sort((a, b) => (sortKey(a.name) < sortKey(b.name) ? -1 : 1));
  }

  override async search(search: PersonSearch): Promise<PageOf<Location>> {
    return Promise.resolve(searchPage(this.#locations, search, ({ name }) => name));
  }

  override async find(id: string): Promise<Location | undefined> {
    return Promise.resolve(this.#locations.find((location) => location.id === id));
  }
}
