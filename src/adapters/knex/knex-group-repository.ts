import type { Knex } from 'knex';
import type { SeanceGroup } from '../../domain/group/group.js';
import { nameKey, sortKey } from '../../domain/text/fold.js';
import type { GroupRepository } from '../../ports/group-repository.js';
import type { GroupRow } from './tables.js';

const columns = [
  'id',
  'space_id',
  'session_id',
  'name',
  'enrolment_limit',
] as const satisfies readonly (keyof GroupRow)[];

export class KnexGroupRepository implements GroupRepository {
  constructor(private readonly knex: Knex) {}

  async list(spaceId: string, sessionId: string): Promise<readonly SeanceGroup[]> {
    const rows = await this.rows().where({ space_id: spaceId, session_id: sessionId }).orderBy('name_key');
    return rows.map(groupFromRow).sort(byName);
  }

  async find(spaceId: string, id: string): Promise<SeanceGroup | undefined> {
    const [row] = await this.rows().where({ space_id: spaceId, id });
    return row && groupFromRow(row);
  }

  async findOrAdd(candidate: SeanceGroup): Promise<SeanceGroup> {
    const { id, spaceId, sessionId, name, limit } = candidate;
    const key = { space_id: spaceId, session_id: sessionId, name_key: nameKey(name) };
    const known = async () => this.lock(await this.groups().where(key).pluck('id'));
    const [found] = await known();
    if (found) return found;
    await this.groups()
      .insert({ ...key, id, name, enrolment_limit: limit })
      .onConflict(['space_id', 'session_id', 'name_key'])
      .ignore();
    const [added] = await known();
    return added ?? candidate;
  }

  async lock(ids: readonly string[]): Promise<readonly SeanceGroup[]> {
    if (ids.length === 0) return [];
    // A lock that is known to one node of a cluster protects nothing there: what is written does, and is locked by that.
    await this.groups().whereIn('id', ids).increment('touches', 1);
    return (await this.rows().whereIn('id', ids).orderBy('id')).map(groupFromRow);
  }

  async isNameTaken({ id, spaceId, sessionId, name }: SeanceGroup): Promise<boolean> {
    const [found] = await this.rows()
      .where({ space_id: spaceId, session_id: sessionId, name_key: nameKey(name) })
      .whereNot({ id });
    return found !== undefined;
  }

  async update({ id, name, limit }: SeanceGroup): Promise<void> {
    await this.groups()
      .where({ id })
      .update({ name, name_key: nameKey(name), enrolment_limit: limit });
  }

  async remove({ id }: SeanceGroup): Promise<void> {
    await this.groups().where({ id }).delete();
  }

  async removeAllOf(of: { readonly sessionId: string } | { readonly spaceId: string }): Promise<void> {
    const where = 'sessionId' in of ? { session_id: of.sessionId } : { space_id: of.spaceId };
    await this.groups().where(where).delete();
  }

  private rows() {
    return this.groups().select(...columns);
  }

  private groups() {
    return this.knex<GroupRow>('seance_group');
  }
}

/** `name_key` finds a name whatever its case and accents; people read "Groupe 2" before "Groupe 10". */
function byName(one: SeanceGroup, other: SeanceGroup): number {
  const [key, otherKey] = [sortKey(one.name), sortKey(other.name)];
  return key < otherKey ? -1 : Number(key > otherKey);
}

function groupFromRow(row: Pick<GroupRow, (typeof columns)[number]>): SeanceGroup {
  return {
    id: row.id,
    spaceId: row.space_id,
    sessionId: row.session_id,
    name: row.name,
    limit: row.enrolment_limit,
  };
}
