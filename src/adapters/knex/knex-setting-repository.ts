import type { Knex } from 'knex';
import type { SettingRepository } from '../../ports/setting-repository.js';

export class KnexSettingRepository implements SettingRepository {
  constructor(private readonly knex: Knex) {}

  async all(): Promise<Readonly<Record<string, unknown>>> {
    const rows = await this.knex<{ name: string; value: string }>('seance_setting').select('name', 'value');
    return Object.fromEntries(rows.map(({ name, value }) => [name, JSON.parse(value) as unknown]));
  }
}
