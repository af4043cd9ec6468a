import type { Knex } from 'knex';
import type { Instant } from '../../domain/time/schedule.js';
import type { ScheduleRepository, StoredSchedule } from '../../ports/schedule-repository.js';

export class KnexScheduleRepository implements ScheduleRepository {
  constructor(private readonly knex: Knex) {}

  async lockBatch(endingAfter: Instant, afterId: string, size: number): Promise<readonly StoredSchedule[]> {
    return (await this.knex('seance')
      .select({
        id: 'id',
        spaceId: 'space_id',
        sessionId: 'session_id',
        name: 'name',
        start: 'start_local',
        end: 'end_local',
        timeZone: 'time_zone',
        startsAt: 'starts_at',
        endsAt: 'ends_at',
      })
      .where('id', '>', afterId)
      .where('ends_at', '>', endingAfter)
      .orderBy('id')
      .limit(size)
      .forUpdate()) as StoredSchedule[];
  }

  async move(schedules: readonly StoredSchedule[], at: Instant): Promise<void> {
    for (const { id, startsAt, endsAt } of schedules) {
      const when = { starts_at: startsAt, ends_at: endsAt };
      await this.knex('seance')
        .where({ id })
        .update({ ...when, updated_at: at, version: this.knex.raw('version + 1') });
      await this.knex('seance_trainer').where({ seance_id: id }).update(when);
    }
  }
}
