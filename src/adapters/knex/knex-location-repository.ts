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

  async search({ q = '', page, size }: PersonSearch): Promise<PageOf<Location>> {
    const matching = () => {
      const found = this.own();
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

  async findOwn(id: string): Promise<Location | undefined> {
    const [row] = await this.own()
      .select(...locationColumns)
      .where({ id });
    return row && locationFromRow(row);
  }

  async lockOwn(id: string): Promise<Location | undefined> {
    const [row] = await this.own()
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

  async save(location: Location, fromHost: boolean): Promise<void> {
    const { name, street, postalCode, city, country } = location;
    await this.locations()
      .insert({
        ...rowFromLocation(location),
        name_sort: sortKey(name),
        search_text: searchText([name, street, postalCode, city, country]),
        from_host: fromHost,
      })
      .onConflict('id')
      .merge();
  }

  async markDeleted(id: string, at: Instant): Promise<void> {
    await this.locations().where({ id }).update({ deleted_at: at });
  }

  private own() {
    return this.locations().where({ from_host: false }).whereNull('deleted_at');
  }

  private locations() {
    return this.knex<LocationRow>('seance_location');
  }
}
