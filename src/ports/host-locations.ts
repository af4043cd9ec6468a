import type { Location } from '../domain/location/location.js';
import type { PageOf } from '../domain/page.js';
import type { PersonSearch } from './directory.js';

/**
 * Places that the host keeps itself: proposed beside the plugin's own, read-only here. Optional. A host of several platforms
 * is told of which one (`Actor.platformId`), and keeps those of the others to itself.
 */
export abstract class HostLocations {
  /** By the words of their names, as people are found, in an order that is the same each time. */
  abstract search(search: PersonSearch, platformId?: string): Promise<PageOf<Location>>;

  /** Undefined for an id that the host does not know, or that is another platform's. */
  abstract find(id: string, platformId?: string): Promise<Location | undefined>;
}
