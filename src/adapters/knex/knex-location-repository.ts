import type { Knex } from 'knex';
import type { Location } from '../../domain/seance/location.js';
import { searchTerms, searchText, sortKey } from '../../domain/text/fold.js';
import type { Instant } from '../../domain/time/schedule.js';
import type { PageOf } from '../../domain/page.js';
import type { PersonSearch } from '../../ports/directory.js';
import type { LocationRepository } from '../../ports/location-repository.js';
import { contains } from './dialect.js';
import { locationColumns, locationFromRow, type LocationRow, rowFromLocation } from './location-row.js';

export class KnexLocationRepository implements LocationRepository {
  constructor(private readonly knex: Knex) {}

  async search({ q = '', page, size }: PersonSearch): Promise<PageOf<Location>> {
    const matching = () => {
      const found = this.own();
      for (const term of searchTerms(q)) found.whereRaw(contains('search_text'), [term]);
      return found;
    };
    const [{ total }] = (await matching().count({ total: '*' })) as unknown as [{ total: number }];
    const rows = (await matching()
      .select(locationColumns)
      .orderBy(['name_sort', 'id'])
      .limit(size)
      .offset((page - 1) * size)) as LocationRow[];
    return { items: rows.map(locationFromRow), total };
  }

  async find(id: string): Promise<Location | undefined> {
    const [row] = (await this.knex('seance_location').select(locationColumns).where({ id })) as LocationRow[];
    return row && locationFromRow(row);
  }

  async findOwn(id: string): Promise<Location | undefined> {
    const [row] = (await this.own().select(locationColumns).where({ id })) as LocationRow[];
    return row && locationFromRow(row);
  }

  async lockOwn(id: string): Promise<Location | undefined> {
    const [row] = (await this.own().select(locationColumns).where({ id }).forUpdate()) as LocationRow[];
    return row && locationFromRow(row);
  }

  async save(location: Location, fromHost: boolean): Promise<void> {
    const { name, street, postalCode, city, country } = location;
    await this.knex('seance_location')
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
    await this.knex('seance_location').where({ id }).update({ deleted_at: at });
  }

  private own(): Knex.QueryBuilder {
    return this.knex('seance_location').where({ from_host: false }).whereNull('deleted_at');
  }
}
