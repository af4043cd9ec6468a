import type { AttendanceRepository } from './attendance-repository.js';
import type { AttendanceRetentionRepository } from './attendance-retention-repository.js';
import type { AttendanceSealRepository } from './attendance-seal-repository.js';
import type { ClosedDayRepository } from './closed-day-repository.js';
import type { DeletionRepository } from './deletion-repository.js';
import type { DownloadRepository } from './download-repository.js';
import type { EnrolmentRepository } from './enrolment-repository.js';
import type { CommentRepository } from './comment-repository.js';
import type { EventRepository, OutboxRepository } from './event-repository.js';
import type { FeedRepository } from './feed-repository.js';
import type { GroupRepository } from './group-repository.js';
import type { IdempotencyRepository } from './idempotency-repository.js';
import type { LocationRepository } from './location-repository.js';
import type { MySeancesRepository } from './my-seances-repository.js';
import type { NoticeMailRepository, NoticeRepository, NoticeSetRepository } from './notice-repository.js';
import type { PersonalDataRepository } from './personal-data-repository.js';
import type { PlatformRepository } from './platform-repository.js';
import type { PlatformSeanceRepository } from './platform-seance-repository.js';
import type { RunningVersionRepository } from './running-version-repository.js';
import type { SeanceRefreshRepository } from './seance-refresh-repository.js';
import type { SeanceRepository } from './seance-repository.js';
import type { SettingRepository } from './setting-repository.js';
import type { UnsubscriptionRepository } from './unsubscription-repository.js';
import type { WebhookRepository } from './webhook-repository.js';
import type { FeedEntryRepository } from './feed-entry-repository.js';

/** The repositories of one transaction, or of none. */
export interface Repositories {
  readonly seances: SeanceRepository;
  readonly deletions: DeletionRepository;
  readonly groups: GroupRepository;
  readonly locations: LocationRepository;
  readonly settings: SettingRepository;
  readonly closedDays: ClosedDayRepository;
  readonly platforms: PlatformRepository;
  readonly platformSeances: PlatformSeanceRepository;
  readonly idempotency: IdempotencyRepository;
  readonly enrolments: EnrolmentRepository;
  readonly attendance: AttendanceRepository;
  readonly attendanceSeals: AttendanceSealRepository;
  readonly attendanceRetention: AttendanceRetentionRepository;
  readonly comments: CommentRepository;
  readonly events: EventRepository;
  readonly outbox: OutboxRepository;
  readonly noticeSets: NoticeSetRepository;
  readonly notices: NoticeRepository;
  readonly noticeMails: NoticeMailRepository;
  readonly unsubscriptions: UnsubscriptionRepository;
  readonly webhooks: WebhookRepository;
  readonly feeds: FeedRepository;
  readonly downloads: DownloadRepository;
  readonly feedEntries: FeedEntryRepository;
  readonly mySeances: MySeancesRepository;
  readonly seanceRefreshes: SeanceRefreshRepository;
  readonly personalData: PersonalDataRepository;
  readonly runningVersions: RunningVersionRepository;
}

/** Thrown by the work of a transaction that found the world changed between two of its looks: it is run again. */
export class LostRace extends Error {
  constructor() {
    super('The work has to be done again from the start.');
    this.name = 'LostRace';
  }
}

/** Opens and closes transactions. Repositories are reached through it alone, so that none can use the wrong connection. */
export abstract class UnitOfWork {
  /** Reads, each statement on its own: sees what is committed. */
  abstract read<T>(work: (repositories: Repositories) => Promise<T>): Promise<T>;

  /**
   * One transaction: committed and durable when the promise resolves, without a trace when it rejects. A deadlock or a
   * lost race runs `work` again, a bounded number of times: it must do nothing but use the repositories. A wait for a
   * lock that took too long does not: another would take as long.
   *
   * @throws Refusal `busy` when the locks cannot be had in time, `unavailable` when the database cannot be reached.
   */
  abstract write<T>(work: (repositories: Repositories) => Promise<T>): Promise<T>;
}
