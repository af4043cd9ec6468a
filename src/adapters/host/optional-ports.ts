import type { Location } from '../../domain/location/location.js';
import type { PageOf } from '../../domain/page.js';
import type { HostLocations } from '../../ports/host-locations.js';
import type { Metrics } from '../../ports/metrics.js';

/** Stands in for a host that keeps no places. */
export class NoHostLocations implements HostLocations {
  async search(): Promise<PageOf<Location>> {
    return Promise.resolve({ items: [], total: 0 });
  }

  async find(): Promise<undefined> {
    return Promise.resolve(undefined);
  }
}

/** Stands in for a host that keeps no figures. */
export class NoMetrics implements Metrics {
  count(): void {}
  observe(): void {}
}
