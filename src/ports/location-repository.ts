import type { Location } from '../domain/seance/location.js';
import type { PageOf, PersonSearch } from './directory.js';

export abstract class LocationRepository {
  /** The platform's own places, by name. */
  abstract search(search: PersonSearch): Promise<PageOf<Location>>;

  abstract find(id: string): Promise<Location | undefined>;

  /** Adds a place, or replaces the one of the same id. `fromHost` places are copies: they are not found by `search`. */
  abstract save(location: Location, fromHost: boolean): Promise<void>;
}
