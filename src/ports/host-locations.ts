import type { Location } from '../domain/location/location.js';
import type { PageOf } from '../domain/page.js';
import type { PersonSearch } from './directory.js';

/** Places that the host keeps itself: proposed beside the plugin's own, read-only here. Optional. */
export abstract class HostLocations {
  /** By the words of their names, as people are found, in an order that is the same each time. */
  abstract search(search: PersonSearch): Promise<PageOf<Location>>;

  /** Undefined for an id that the host does not know. */
  abstract find(id: string): Promise<Location | undefined>;
}
