import type { Knex } from 'knex';
import type { Location } from '../../domain/location/location.js';
import { searchTerms, searchText, sortKey } from '../../domain/text/fold.js';
import type { Instant } from '../../domain/time/schedule.js';
import type { PageOf } from '../../domain/page.js';
import type { PersonSearch } from '../../ports/directory.js';
import type { LocationRepository } from '../../ports/location-repository.js';
import { contains } from './dialect.js';
import { countOf } from './count-of.js';
import { locationColumns, locationFromRow, rowFromLocation } from './location-row.js';
import type { LocationRow } from './tables.js';

export class KnexLocationRepository implements LocationRepository {
  constructor(private readonly knex: Knex) {}

  async search(platformId: string, { q = '', page, size }: PersonSearch): Promise<PageOf<Location>> {
    const matching = () => {
      const found = this.own(platformId);
      for (const term of searchTerms(q)) void found.whereRaw(contains('search_text'), [term]);
      return found;
    };
    const total = await countOf(matching());
    const rows = await matching()
      .select(...locationColumns)
      .orderBy(['name_sort', 'id'])
      .limit(size)
      .offset((page - 1) * size);
    return { items: rows.map(locationFromRow), total };
  }

  async find(id: string): Promise<Location | undefined> {
    const [row] = await this.locations()
      .select(...locationColumns)
      .where({ id });
    return row && locationFromRow(row);
  }

  async findOwn(platformId: string, id: string): Promise<Location | undefined> {
    const [row] = await this.own(platformId)
      .select(...locationColumns)
      .where({ id });
    return row && locationFromRow(row);
  }

  async lockOwn(platformId: string, id: string): Promise<Location | undefined> {
    const [row] = await this.own(platformId)
      .select(...locationColumns)
      .where({ id })
      .forUpdate();
    return row && locationFromRow(row);
  }

  async hold(id: string): Promise<Location | undefined> {
    const [row] = await this.locations()
      .select(...locationColumns)
      .where({ id })
      .forShare();
    return row && locationFromRow(row);
  }

  async saveOwn(platformId: string, location: Location): Promise<void> {
    await this.save(location, { platform_id: platformId, from_host: false });
  }

  async saveCopy(location: Location): Promise<void> {
    await this.save(location, { platform_id: '', from_host: true });
  }

  async markDeleted(id: string, at: Instant): Promise<void> {
    await this.locations().where({ id }).update({ deleted_at: at });
  }

  private async save(
    location: Location,
    keeper: Pick<LocationRow, 'platform_id' | 'from_host'>,
  ): Promise<void> {
    const { name, street, postalCode, city, country } = location;
    await this.locations()
      .insert({
        ...rowFromLocation(location),
        name_sort: sortKey(name),
        search_text: searchText([name, street, postalCode, city, country]),
        ...keeper,
      })
      .onConflict('id')
      .merge();
  }

  private own(platformId: string) {
    return this.locations().where({ platform_id: platformId, from_host: false }).whereNull('deleted_at');
  }

  private locations() {
    return this.knex<LocationRow>('seance_location');
  }
}
