import type { Knex } from 'knex';
import type { Readiness } from '../../ports/readiness.js';
import { schemaState } from './migrate.js';
import { whyUnusable } from './why-unusable.js';

export class KnexReadiness implements Readiness {
  private upToDate = false;

  constructor(private readonly knex: Knex) {}

  async obstacle(): Promise<string | undefined> {
    try {
      // A schema that is up to date stays so: later checks ask one statement rather than two, and read no folder.
      if (!this.upToDate) return await this.migrationsMissing();
      await this.knex.raw('select 1');
      return undefined;
    } catch (error) {
      return whyUnusable(this.knex, error);
    }
  }

  private async migrationsMissing(): Promise<string | undefined> {
    const { pending } = await schemaState(this.knex);
    this.upToDate = pending.length === 0;
    return this.upToDate ? undefined : `The schema is not up to date: ${pending.join(', ')}.`;
  }
}
