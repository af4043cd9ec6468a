import type { Knex } from 'knex';
import type { ArchiveSearch, SeanceAddress, SeanceArchive } from '../../ports/seance-archive.js';
import { chunks } from './many-rows.js';

const idsPerStatement = 1_000;

export class KnexSeanceArchive implements SeanceArchive {
  constructor(private readonly knex: Knex) {}

  async addresses(of: ArchiveSearch, afterId: string, limit: number): Promise<readonly SeanceAddress[]> {
    const found = this.knex('seance as s')
      .select('s.id', { spaceId: 's.space_id', sessionId: 's.session_id', deletedAt: 's.deleted_at' })
      .where('s.id', '>', afterId)
      .orderBy('s.id')
      .limit(limit);
    if ('sessionId' in of) found.where('s.session_id', of.sessionId);
    else if ('spaceId' in of) found.where('s.space_id', of.spaceId);
    else if ('trainerId' in of)
      found.join('seance_trainer as t', 't.seance_id', 's.id').where('t.user_id', of.trainerId);
    else found.where('s.deleted_at', '<', of.deletedBefore);
    const rows = (await found) as (SeanceAddress & { deletedAt: string | null })[];
    return rows.map(({ id, spaceId, sessionId, deletedAt }) => ({
      id,
      spaceId,
      sessionId,
      isDeleted: deletedAt !== null,
    }));
  }

  async renameTrainer(userId: string, name: string): Promise<void> {
    await this.knex('seance_trainer')
      .where({ user_id: userId })
      .update({ name: name.slice(0, 255) });
  }

  async forgetUser(userId: string): Promise<void> {
    await this.knex('seance').where({ created_by: userId }).update({ created_by: '' });
    await this.knex('seance').where({ deleted_by: userId }).update({ deleted_by: '' });
  }

  async purge(ids: readonly string[]): Promise<void> {
    for (const some of chunks(ids, idsPerStatement)) {
      for (const table of ['seance_enrolment', 'seance_trainer'])
        await this.knex(table).whereIn('seance_id', some).delete();
      await this.knex('seance').whereIn('id', some).delete();
    }
  }

  async removeTrainer(userId: string, seanceIds: readonly string[]): Promise<void> {
    await this.knex('seance_trainer').where({ user_id: userId }).whereIn('seance_id', seanceIds).delete();
  }

  async removeGroups(of: { readonly sessionId: string } | { readonly spaceId: string }): Promise<void> {
    const where = 'sessionId' in of ? { session_id: of.sessionId } : { space_id: of.spaceId };
    await this.knex('seance_group').where(where).delete();
  }
}
