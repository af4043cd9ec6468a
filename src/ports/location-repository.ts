import type { Location } from '../domain/location/location.js';
import type { Instant } from '../domain/time/schedule.js';
import type { PageOf } from '../domain/page.js';
import type { PersonSearch } from './directory.js';

/** The platform's own places, and copies of the host's that séances have. */
export abstract class LocationRepository {
  /** The platform's own places, by name. */
  abstract search(search: PersonSearch): Promise<PageOf<Location>>;

  /** Any place that a séance may have: a deleted one too, and a copy. */
  abstract find(id: string): Promise<Location | undefined>;

  /** One of the platform's own places that `search` finds. */
  abstract findOwn(id: string): Promise<Location | undefined>;

  /** As `findOwn`, locked for the transaction. */
  abstract lockOwn(id: string): Promise<Location | undefined>;

  /** As `find`, and nobody changes the place before the transaction ends. Any number of transactions may hold it. */
  abstract hold(id: string): Promise<Location | undefined>;

  /** Adds a place, or replaces the one of the same id. `fromHost` places are copies: they are not found by `search`. */
  abstract save(location: Location, fromHost: boolean): Promise<void>;

  /** Takes a place out of the search; the séances that have it keep it. */
  abstract markDeleted(id: string, at: Instant): Promise<void>;
}
