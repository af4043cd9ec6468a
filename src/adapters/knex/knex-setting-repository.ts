import type { Knex } from 'knex';
import type { SettingChange, SettingRepository } from '../../ports/setting-repository.js';
import type { SettingChangeRow, SettingRow } from './tables.js';

export class KnexSettingRepository implements SettingRepository {
  constructor(private readonly knex: Knex) {}

  async all(platformId: string): Promise<Readonly<Record<string, unknown>>> {
    const rows = await this.settings().where({ platform_id: platformId }).select('name', 'value');
    return Object.fromEntries(rows.map(({ name, value }) => [name, parsed(value)]));
  }

  async change(platformId: string, { name, before, after, actor, at }: SettingChange): Promise<void> {
    const key = { platform_id: platformId, name };
    const value = JSON.stringify(after);
    // Only a row that is there can be locked: the first change of a setting writes down what it counted as.
    await this.settings()
      .insert({ ...key, value: JSON.stringify(before) })
      .onConflict(['platform_id', 'name'])
      .ignore();
    const [stored] = await this.settings().where(key).select('value').forUpdate();
    if (stored === undefined || stored.value === value) return;
    await this.settings().where(key).update({ value });
    await this.settingChanges().insert({
      ...key,
      before: stored.value,
      after: value,
      actor_id: actor.id,
      actor_name: actor.name.slice(0, 255),
      changed_at: at,
    });
  }

  async changes(platformId: string, limit: number): Promise<readonly SettingChange[]> {
    const rows = await this.settingChanges()
      .where({ platform_id: platformId })
      .select('name', 'before', 'after', 'actor_id', 'actor_name', 'changed_at')
      .orderBy('sequence', 'desc')
      .limit(limit);
    return rows.map(({ name, before, after, actor_id: id, actor_name: actorName, changed_at: at }) => ({
      name,
      before: parsed(before) ?? null,
      after: parsed(after) ?? null,
      actor: { id, name: actorName },
      at,
    }));
  }

  async forgetUser(userId: string): Promise<void> {
    await this.settingChanges().where({ actor_id: userId }).update({ actor_id: '', actor_name: '' });
  }

  private settings() {
    return this.knex<SettingRow>('seance_setting');
  }

  private settingChanges() {
    return this.knex<SettingChangeRow>('seance_setting_change');
  }
}

/** Undefined for what is no JSON, which somebody has written by hand. */
function parsed(value: string): unknown {
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return undefined;
  }
}
