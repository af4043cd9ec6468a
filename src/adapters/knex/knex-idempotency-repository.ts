import type { Knex } from 'knex';
import { withoutPerson } from '../../domain/personal-data/personal-data.js';
import type { Instant } from '../../domain/time/schedule.js';
import type { AttemptKey, Claim, IdempotencyRepository } from '../../ports/idempotency-repository.js';
import { contains } from './dialect.js';
import { faultOf } from './faults.js';
import type { AttemptRow } from './tables.js';

export class KnexIdempotencyRepository implements IdempotencyRepository {
  constructor(private readonly knex: Knex) {}

  async claim({ actorId, key, fingerprint }: AttemptKey, now: Instant): Promise<Claim> {
    try {
      await this.attempts().insert({
        actor_id: actorId,
        idempotency_key: key,
        fingerprint,
        created_at: now,
      });
      return { outcome: 'first' };
    } catch (error) {
      if (faultOf(error) !== 'duplicate') throw error;
    }
    const [row] = await this.stored(actorId, key).select('fingerprint', 'result').forUpdate();
    if (row?.fingerprint !== fingerprint) return { outcome: 'other-request' };
    return { outcome: 'repeated', result: JSON.parse(row.result ?? 'null') };
  }

  async complete({ actorId, key }: Pick<AttemptKey, 'actorId' | 'key'>, result: unknown): Promise<void> {
    await this.stored(actorId, key).update({ result: JSON.stringify(result ?? null) });
  }

  async forgetBefore(instant: Instant): Promise<number> {
    return this.attempts().where('created_at', '<', instant).delete();
  }

  async forgetUser(userId: string): Promise<void> {
    await this.attempts().where({ actor_id: userId }).delete();
    const naming = await this.attempts()
      .select('actor_id', 'idempotency_key', 'result')
      .whereRaw(contains('result'), [JSON.stringify(userId)]);
    for (const { actor_id: actorId, idempotency_key: key, result } of naming)
      await this.complete({ actorId, key }, withoutPerson(JSON.parse(result ?? 'null'), userId));
  }

  private stored(actorId: string, key: string) {
    return this.attempts().where({ actor_id: actorId, idempotency_key: key });
  }

  private attempts() {
    return this.knex<AttemptRow>('seance_idempotency');
  }
}
