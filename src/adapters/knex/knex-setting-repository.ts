import type { Knex } from 'knex';
import type { Instant } from '../../domain/time/schedule.js';
import type { SettingChange, SettingRepository } from '../../ports/setting-repository.js';

interface ChangeRow {
  name: string;
  before: string;
  after: string;
  actor_id: string;
  actor_name: string;
  changed_at: string;
}

export class KnexSettingRepository implements SettingRepository {
  constructor(private readonly knex: Knex) {}

  async all(): Promise<Readonly<Record<string, unknown>>> {
    const rows = await this.knex<{ name: string; value: string }>('seance_setting').select('name', 'value');
    return Object.fromEntries(rows.map(({ name, value }) => [name, JSON.parse(value) as unknown]));
  }

  async change({ name, before, after, actor, at }: SettingChange): Promise<void> {
    const value = JSON.stringify(after);
    // Only a row that is there can be locked: the first change of a setting writes down what it counted as.
    await this.knex('seance_setting')
      .insert({ name, value: JSON.stringify(before) })
      .onConflict('name')
      .ignore();
    const setting = () => this.knex<{ name: string; value: string }>('seance_setting').where({ name });
    const [stored] = await setting().select('value').forUpdate();
    if (stored === undefined || stored.value === value) return;
    await setting().update({ value });
    const row: ChangeRow = {
      name,
      before: stored.value,
      after: value,
      actor_id: actor.id,
      actor_name: actor.name.slice(0, 255),
      changed_at: at,
    };
    await this.knex('seance_setting_change').insert(row);
  }

  async changes(limit: number): Promise<readonly SettingChange[]> {
    const rows = (await this.knex('seance_setting_change')
      .select('name', 'before', 'after', 'actor_id', 'actor_name', 'changed_at')
      .orderBy('sequence', 'desc')
      .limit(limit)) as ChangeRow[];
    return rows.map(({ name, before, after, actor_id: id, actor_name: actorName, changed_at: at }) => ({
      name,
      before: JSON.parse(before) as unknown,
      after: JSON.parse(after) as unknown,
      actor: { id, name: actorName },
      at: at as Instant,
    }));
  }

  async forgetUser(userId: string): Promise<void> {
    await this.knex('seance_setting_change')
      .where({ actor_id: userId })
      .update({ actor_id: '', actor_name: '' });
  }
}
