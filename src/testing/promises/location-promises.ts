import assert from 'node:assert/strict';
import { showsNothing } from '../../domain/text/unseen.js';
import type { HostLocations } from '../../ports/host-locations.js';
import type { HostPromise, HostUnderTest } from '../host-promise.js';
import { assertPaged } from './page-walk.js';
import { assertSearchable } from './person-search.js';
import { unknownId } from './unknown-id.js';

const parts = ['name', 'street', 'streetNumber', 'box', 'postalCode', 'city', 'country', 'phone'] as const;

/** What a host promises about its places, if it keeps any. */
export const locationPromises: readonly HostPromise[] = [
  {
    port: 'locations',
    title: 'lists places in pages that meet each once',
    needs: 'locationId',
    async check(host, { platformId }) {
      const locations = locationsOf(host);
      await assertPaged((page) => locations.search(page, platformId));
    },
  },
  {
    port: 'locations',
    title: 'finds places by all the words of their name, whatever the case, the accents and the order',
    needs: 'locationId',
    async check(host, { platformId }) {
      const locations = locationsOf(host);
      await assertSearchable((search) => locations.search(search, platformId));
    },
  },
  {
    port: 'locations',
    title: 'finds a place by its id, the same as in the list, with empty texts for what is not known of it',
    needs: 'locationId',
    async check(host, { locationId = '', platformId }) {
      const locations = locationsOf(host);
      const place = await locations.find(locationId, platformId);
      assert.equal(place?.id, locationId);
      for (const part of parts) assert.equal(typeof place[part], 'string', `${part} is not a text`);
      assert.ok(!showsNothing(place.name), `"${locationId}" has no name`);
      const { items } = await locations.search({ page: 1, size: 1_000, q: place.name }, platformId);
      assert.deepEqual(
        items.find(({ id }) => id === locationId),
        place,
      );
    },
  },
  {
    port: 'locations',
    title: 'answers undefined for a place that it does not know',
    needs: 'locationId',
    async check(host, { platformId }) {
      assert.equal(await locationsOf(host).find(unknownId, platformId), undefined);
    },
  },
];

function locationsOf({ locations }: HostUnderTest<never>): HostLocations {
  assert.ok(locations, 'the host has no places');
  return locations;
}
