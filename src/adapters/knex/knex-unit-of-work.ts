import type { Knex } from 'knex';
import { Refusal } from '../../domain/refusal.js';
import { LostRace, type Repositories, type UnitOfWork } from '../../ports/unit-of-work.js';
import { faultOf, type OpenDatabase, transactionConfig, withoutStatement } from './dialect.js';
import { KnexClosedDayRepository } from './knex-closed-day-repository.js';
import { KnexDeletionRepository } from './knex-deletion-repository.js';
import { KnexEnrolmentRepository } from './knex-enrolment-repository.js';
import { KnexCommentRepository } from './knex-comment-repository.js';
import { KnexEventRepository } from './knex-event-repository.js';
import { KnexFeedRepository } from './knex-feed-repository.js';
import { KnexGroupRepository } from './knex-group-repository.js';
import { KnexIdempotencyRepository } from './knex-idempotency-repository.js';
import { KnexLocationRepository } from './knex-location-repository.js';
import { KnexOccupationRepository } from './knex-occupation-repository.js';
import { KnexOutboxRepository } from './knex-outbox-repository.js';
import { KnexPlatformSeanceRepository } from './knex-platform-seance-repository.js';
import { KnexScheduleRepository } from './knex-schedule-repository.js';
import { KnexSeanceArchive } from './knex-seance-archive.js';
import { KnexSeanceRepository } from './knex-seance-repository.js';
import { KnexSettingRepository } from './knex-setting-repository.js';
import { KnexTimetableRepository } from './knex-timetable-repository.js';

/** How often a transaction that lost a race is run again before the client is told to come back later. */
const attempts = 5;

export class KnexUnitOfWork implements UnitOfWork {
  private readonly knex: Knex;
  private readonly config: Knex.TransactionConfig;

  /** @param isHeard whether somebody is told what happened: without, no event waits for a delivery. */
  constructor(
    database: OpenDatabase,
    private readonly isHeard = false,
  ) {
    this.knex = database.knex;
    this.config = transactionConfig(database);
  }

  async read<T>(work: (repositories: Repositories) => Promise<T>): Promise<T> {
    return guarded(() => work(repositoriesOn(this.knex, this.isHeard)));
  }

  async write<T>(work: (repositories: Repositories) => Promise<T>): Promise<T> {
    return guarded(() => this.attempt(work, 1));
  }

  private async attempt<T>(work: (repositories: Repositories) => Promise<T>, number: number): Promise<T> {
    try {
      return await this.knex.transaction(
        (transaction) => work(repositoriesOn(transaction, this.isHeard)),
        this.config,
      );
    } catch (error) {
      const isLost = error instanceof LostRace || faultOf(error) === 'lost';
      if (!isLost || number === attempts) throw error;
      await new Promise((resolve) => setTimeout(resolve, number * 10 * Math.random()));
      return this.attempt(work, number + 1);
    }
  }
}

function repositoriesOn(connection: Knex, isHeard: boolean): Repositories {
  return {
    seances: new KnexSeanceRepository(connection),
    archive: new KnexSeanceArchive(connection),
    deletions: new KnexDeletionRepository(connection),
    groups: new KnexGroupRepository(connection),
    locations: new KnexLocationRepository(connection),
    settings: new KnexSettingRepository(connection),
    closedDays: new KnexClosedDayRepository(connection),
    occupations: new KnexOccupationRepository(connection),
    schedules: new KnexScheduleRepository(connection),
    platformSeances: new KnexPlatformSeanceRepository(connection),
    idempotency: new KnexIdempotencyRepository(connection),
    enrolments: new KnexEnrolmentRepository(connection),
    comments: new KnexCommentRepository(connection),
    events: new KnexEventRepository(connection, isHeard),
    outbox: new KnexOutboxRepository(connection),
    feeds: new KnexFeedRepository(connection),
    timetables: new KnexTimetableRepository(connection),
  };
}

async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const fault = faultOf(error);
    const detail = withoutStatement(error as Error);
    if (fault === 'lost' || fault === 'waited' || error instanceof LostRace)
      throw new Refusal('busy', [], detail);
    if (fault === 'unreachable') throw new Refusal('unavailable', [], detail);
    if (error instanceof Error) error.message = detail;
    throw error;
  }
}
