import type { Named } from '../domain/event/seance-event.js';
import type { Settings } from '../domain/settings/settings.js';
import type { Instant } from '../domain/time/schedule.js';
import type { Clock } from '../ports/clock.js';
import type { IdGenerator } from '../ports/id-generator.js';
import type { Repositories, UnitOfWork } from '../ports/unit-of-work.js';
import type { EventRecorder, Fact } from './event/event-recorder.js';
import type { ReadSettings } from './settings/read-settings.js';

/** One transaction: its repositories, and what nearly every use case needs beside them. */
export interface Transaction extends Repositories {
  /** What the clock says. Read anew each time: a transaction may have waited for its locks meanwhile. */
  readonly now: Instant;
  newId(): string;
  /**
   * Writes down what happened.
   *
   * @param actor who did it; null for the host, or the plugin itself.
   */
  record(actor: Named | null, at: Instant, facts: readonly Fact[]): Promise<void>;
  /** The settings of a platform that the transaction acts on: read in it when they are first asked for, and only then. */
  settingsInForce(platformId: string): Promise<Settings>;
}

/** The unit of work of the use cases: a transaction brings its plumbing, so that they ask for what is special to them. */
export class Transactions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly readSettings: ReadSettings,
    private readonly recorder: EventRecorder,
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
  ) {}

  /** As {@link UnitOfWork.read}. */
  read<T>(work: (repositories: Repositories) => Promise<T>): Promise<T> {
    return this.unitOfWork.read(work);
  }

  /** As {@link UnitOfWork.write}: `work` may be run again, with a transaction that has read nothing yet. */
  write<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.unitOfWork.write((repositories) => work(this.transaction(repositories)));
  }

  private transaction(repositories: Repositories): Transaction {
    const { clock } = this;
    const settings = new Map<string, Promise<Settings>>();
    const changeSet = this.ids.next();
    return {
      ...repositories,
      get now() {
        return clock.now();
      },
      newId: () => this.ids.next(),
      record: (actor, at, facts) => this.recorder.record(repositories, actor, at, facts, changeSet),
      settingsInForce: (platformId) => {
        const inForce = settings.get(platformId) ?? this.readSettings.within(repositories, platformId);
        settings.set(platformId, inForce);
        return inForce;
      },
    };
  }
}
