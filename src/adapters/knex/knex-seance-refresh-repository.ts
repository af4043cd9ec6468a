import type { Knex } from 'knex';
import type { Instant } from '../../domain/time/schedule.js';
import type { Refresh, RefreshKind, SeanceRefreshRepository } from '../../ports/seance-refresh-repository.js';
import type { RefreshRow } from './tables.js';

export class KnexSeanceRefreshRepository implements SeanceRefreshRepository {
  constructor(private readonly knex: Knex) {}

  async begin({ kind, subjectId, name, run, dueAt }: Omit<Refresh, 'afterId'>): Promise<void> {
    const row = { kind, subject_id: subjectId, name: name.slice(0, 255), run, after_id: '', due_at: dueAt };
    await this.refreshes().insert(row).onConflict(['kind', 'subject_id']).merge();
  }

  async lock(kind: RefreshKind, subjectId: string): Promise<Refresh | undefined> {
    const [row] = await this.refreshes().select('*').where({ kind, subject_id: subjectId }).forUpdate();
    return row && refreshFromRow(row);
  }

  async pending(): Promise<readonly Refresh[]> {
    return (await this.refreshes().select('*').orderBy(['kind', 'subject_id'])).map(refreshFromRow);
  }

  async advance(refresh: Refresh, afterId: string, dueAt: Instant): Promise<boolean> {
    return (await this.stillAs(refresh).update({ after_id: afterId, due_at: dueAt })) === 1;
  }

  async finish(refresh: Refresh): Promise<boolean> {
    return (await this.stillAs(refresh).delete()) === 1;
  }

  async forgetUser(userId: string): Promise<void> {
    await this.refreshes().where({ kind: 'trainer', subject_id: userId }).delete();
  }

  private stillAs({ kind, subjectId, run, afterId, dueAt }: Refresh) {
    return this.refreshes().where({ kind, subject_id: subjectId, run, after_id: afterId, due_at: dueAt });
  }

  private refreshes() {
    return this.knex<RefreshRow>('seance_refresh');
  }
}

function refreshFromRow({
  subject_id: subjectId,
  after_id: afterId,
  due_at: dueAt,
  ...same
}: RefreshRow): Refresh {
  return { ...same, subjectId, afterId, dueAt };
}
