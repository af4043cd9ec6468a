import type { Location } from '../domain/location/location.js';
import type { Instant } from '../domain/time/schedule.js';
import type { PageOf } from '../domain/page.js';
import type { PersonSearch } from './directory.js';

/** The own places of each platform, and copies of the host's that séances have. No two places have one id. */
export abstract class LocationRepository {
  /** A platform's own places, by name. */
  abstract search(platformId: string, search: PersonSearch): Promise<PageOf<Location>>;

  /** Any place that a séance may have, of whatever platform: a deleted one too, and a copy. */
  abstract find(id: string): Promise<Location | undefined>;

  /** One of the platform's own places that `search` finds. */
  abstract findOwn(platformId: string, id: string): Promise<Location | undefined>;

  /** As `findOwn`, locked for the transaction. */
  abstract lockOwn(platformId: string, id: string): Promise<Location | undefined>;

  /** As `find`, and nobody changes the place before the transaction ends. Any number of transactions may hold it. */
  abstract hold(id: string): Promise<Location | undefined>;

  /** Adds a place to a platform's own, or replaces the one of the same id. */
  abstract saveOwn(platformId: string, location: Location): Promise<void>;

  /** Adds a copy of a place of the host's, or replaces it: `search` does not find it. */
  abstract saveCopy(location: Location): Promise<void>;

  /** Takes a place out of the search; the séances that have it keep it. */
  abstract markDeleted(id: string, at: Instant): Promise<void>;
}
