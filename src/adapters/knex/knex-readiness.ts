import type { Knex } from 'knex';
import type { Readiness } from '../../ports/readiness.js';
import { schemaState } from './migrate.js';

export class KnexReadiness implements Readiness {
  private upToDate = false;

  constructor(private readonly knex: Knex) {}

  async isReady(): Promise<boolean> {
    try {
      // A schema that is up to date stays so: later checks ask one statement rather than two, and read no folder.
      if (this.upToDate) await this.knex.raw('select 1');
      else this.upToDate = (await schemaState(this.knex)).pending.length === 0;
      return this.upToDate;
    } catch {
      return false;
    }
  }
}
