import type { Knex } from 'knex';
import { Refusal } from '../../domain/refusal.js';
import { LostRace, type Repositories, type UnitOfWork } from '../../ports/unit-of-work.js';
import type { OpenDatabase } from './dialect.js';
import { EventNumbers } from './event-numbers.js';
import { faultOf, withoutStatement } from './faults.js';
import { KnexAttendanceRepository } from './knex-attendance-repository.js';
import { KnexAttendanceRetentionRepository } from './knex-attendance-retention-repository.js';
import { KnexAttendanceSealRepository } from './knex-attendance-seal-repository.js';
import { KnexClosedDayRepository } from './knex-closed-day-repository.js';
import { KnexDeletionRepository } from './knex-deletion-repository.js';
import { KnexDownloadRepository } from './knex-download-repository.js';
import { KnexEnrolmentRepository } from './knex-enrolment-repository.js';
import { KnexCommentRepository } from './knex-comment-repository.js';
import { KnexEventRepository } from './knex-event-repository.js';
import { KnexFeedRepository } from './knex-feed-repository.js';
import { KnexGroupRepository } from './knex-group-repository.js';
import { KnexIdempotencyRepository } from './knex-idempotency-repository.js';
import { KnexLocationRepository } from './knex-location-repository.js';
import { KnexMySeancesRepository } from './knex-my-seances-repository.js';
import { KnexNoticeMailRepository } from './knex-notice-mail-repository.js';
import { KnexNoticeRepository } from './knex-notice-repository.js';
import { KnexNoticeSetRepository } from './knex-notice-set-repository.js';
import { KnexOutboxRepository } from './knex-outbox-repository.js';
import { KnexPersonalDataRepository } from './knex-personal-data-repository.js';
import { KnexPlatformRepository } from './knex-platform-repository.js';
import { KnexPlatformSeanceRepository } from './knex-platform-seance-repository.js';
import { KnexRunningVersionRepository } from './knex-running-version-repository.js';
import { KnexSeanceRefreshRepository } from './knex-seance-refresh-repository.js';
import { KnexSeanceRepository } from './knex-seance-repository.js';
import { KnexSettingRepository } from './knex-setting-repository.js';
import { KnexUnsubscriptionRepository } from './knex-unsubscription-repository.js';
import { KnexWebhookRepository } from './knex-webhook-repository.js';
import { KnexFeedEntryRepository } from './knex-feed-entry-repository.js';
import { RetriedTransactions } from './retried-transactions.js';
import { whyUnusable } from './why-unusable.js';

export class KnexUnitOfWork implements UnitOfWork {
  private readonly knex: Knex;
  private readonly transactions: RetriedTransactions;

  /** @param isHeard whether somebody is told what happened: without, no event waits for a delivery. */
  constructor(
    database: OpenDatabase,
    private readonly isHeard = false,
  ) {
    this.knex = database.knex;
    this.transactions = new RetriedTransactions(database);
  }

  async read<T>(work: (repositories: Repositories) => Promise<T>): Promise<T> {
    return this.guarded(() => work(repositoriesOn(this.knex, this.isHeard)));
  }

  async write<T>(work: (repositories: Repositories) => Promise<T>): Promise<T> {
    return this.guarded(() =>
      this.transactions.run(async (transaction) => {
        const numbers = new EventNumbers(transaction);
        const result = await work(repositoriesOn(transaction, this.isHeard, numbers));
        await numbers.save();
        return result;
      }),
    );
  }

  private async guarded<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const fault = faultOf(error);
      if (fault === 'unreachable') throw new Refusal('unavailable', [], whyUnusable(this.knex, error));
      const detail = withoutStatement(error as Error);
      if (fault === 'lost' || fault === 'waited' || error instanceof LostRace)
        throw new Refusal('busy', [], detail);
      if (error instanceof Error) error.message = detail;
      throw error;
    }
  }
}

function repositoriesOn(
  connection: Knex,
  isHeard: boolean,
  numbers: EventNumbers = new EventNumbers(connection),
): Repositories {
  return {
    seances: new KnexSeanceRepository(connection, numbers),
    deletions: new KnexDeletionRepository(connection, numbers),
    groups: new KnexGroupRepository(connection),
    locations: new KnexLocationRepository(connection),
    settings: new KnexSettingRepository(connection),
    closedDays: new KnexClosedDayRepository(connection),
    platforms: new KnexPlatformRepository(connection),
    platformSeances: new KnexPlatformSeanceRepository(connection),
    idempotency: new KnexIdempotencyRepository(connection),
    enrolments: new KnexEnrolmentRepository(connection, numbers),
    attendance: new KnexAttendanceRepository(connection),
    attendanceSeals: new KnexAttendanceSealRepository(connection),
    attendanceRetention: new KnexAttendanceRetentionRepository(connection),
    comments: new KnexCommentRepository(connection),
    events: new KnexEventRepository(connection, numbers, isHeard),
    outbox: new KnexOutboxRepository(connection),
    noticeSets: new KnexNoticeSetRepository(connection),
    notices: new KnexNoticeRepository(connection),
    noticeMails: new KnexNoticeMailRepository(connection),
    unsubscriptions: new KnexUnsubscriptionRepository(connection),
    webhooks: new KnexWebhookRepository(connection),
    feeds: new KnexFeedRepository(connection),
    downloads: new KnexDownloadRepository(connection),
    feedEntries: new KnexFeedEntryRepository(connection),
    mySeances: new KnexMySeancesRepository(connection),
    seanceRefreshes: new KnexSeanceRefreshRepository(connection),
    personalData: new KnexPersonalDataRepository(connection),
    runningVersions: new KnexRunningVersionRepository(connection),
  };
}
