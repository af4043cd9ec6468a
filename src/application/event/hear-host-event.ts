import { idsBySpace } from '../../domain/grouped.js';
import type { Learner } from '../../domain/enrolment/enrolment.js';
import type { Settings } from '../../domain/settings/settings.js';
import type { Clock } from '../../ports/clock.js';
import type { HostEvent } from '../../ports/host-events.js';
import type { PlatformSearch, SeanceAddress } from '../../ports/platform-seance-repository.js';
import type { Repositories, UnitOfWork } from '../../ports/unit-of-work.js';
import type { PlaceLedgers } from '../enrolment/place-ledgers.js';
import type { EventRecorder } from './event-recorder.js';
import type { SeanceDrafts } from '../seance/seance-drafts.js';
import { purge } from '../deletion/purge.js';
import type { ReadSettings } from '../settings/read-settings.js';

/** How many séances one transaction touches. */
const batchSize = 100;

/**
 * What the plugin does when the host says that somebody or something is gone. Each batch is a transaction of its own:
 * told again after a crash, it goes on where it stopped.
 */
export class HearHostEvent {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledgers: PlaceLedgers,
    private readonly drafts: SeanceDrafts,
    private readonly recorder: EventRecorder,
    private readonly readSettings: ReadSettings,
    private readonly clock: Clock,
  ) {}

  async run(event: HostEvent): Promise<void> {
    switch (event.type) {
      case 'user.gone':
        return this.forget(event.userId);
      case 'user.renamed': {
        const { userId: id, name, firstName, lastName } = event;
        return this.rename({ id, name, firstName, lastName });
      }
      case 'session.gone':
        return this.removeAll({ sessionId: event.sessionId });
      case 'space.gone':
        return this.removeAll({ spaceId: event.spaceId });
      case 'learner.left':
        return this.release(event.userId, event.sessionId);
      case 'learner.joined':
        // Automatic séances follow from the session, and nothing else is anybody's by right.
        return undefined;
    }
  }

  /** Places are freed, in past séances too, and names are taken out of what stays. */
  private async forget(userId: string): Promise<void> {
    await this.release(userId, null);
    await this.inBatches({ trainerId: userId }, async (repositories, seances) => {
      for (const [spaceId, ids] of idsBySpace(seances)) {
        await repositories.seances.lock(spaceId, ids);
        await repositories.platformSeances.removeTrainer(userId, ids);
        await this.drafts.refresh(repositories, spaceId, ids);
      }
    });
    await this.unitOfWork.write(async ({ platformSeances, comments, events, feeds, settings }) => {
      await platformSeances.forgetUser(userId);
      await feeds.removeOf(userId);
      await settings.forgetUser(userId);
      await comments.forgetUser(userId);
      await events.forgetUser(userId);
    });
  }

  private async rename(learner: Learner): Promise<void> {
    await this.unitOfWork.write(async ({ platformSeances, enrolments }) => {
      await enrolments.rename(learner);
      await platformSeances.renameTrainer(learner.id, learner.name);
    });
    await this.inBatches({ trainerId: learner.id }, async (repositories, seances) => {
      for (const [spaceId, ids] of idsBySpace(seances)) await this.drafts.refresh(repositories, spaceId, ids);
    });
  }

  /** Takes somebody out of the séances of a session that have not begun; out of all séances when it is null. */
  private async release(userId: string, sessionId: string | null): Promise<void> {
    const settings = await this.readSettings.run();
    for (let afterId = ''; ;) {
      const found = await this.unitOfWork.read(({ enrolments }) =>
        enrolments.seancesOf(userId, sessionId, afterId, batchSize),
      );
      const last = found.at(-1);
      if (!last) return;
      afterId = last.seanceId;
      const ids = found.map(({ seanceId }) => seanceId);
      await this.unitOfWork.write((repositories) =>
        this.releaseIn(repositories, userId, ids, settings, sessionId === null),
      );
    }
  }

  private async releaseIn(
    repositories: Repositories,
    userId: string,
    seanceIds: readonly string[],
    settings: Settings,
    alsoPast: boolean,
  ): Promise<void> {
    const request = { spaceId: null, seanceIds, settings, actor: null };
    await this.ledgers.with(repositories, request, async (ledger) => {
      for (const enrolment of await repositories.enrolments.find(
        seanceIds.map((seanceId) => ({ seanceId, userId })),
      )) {
        const current = await ledger.enrolmentOf(enrolment.seanceId, userId);
        if (current && (alsoPast || !ledger.barTo('leave', 'staff', current.seanceId)))
          await ledger.release(current, alsoPast ? 'user-gone' : 'left-session');
      }
    });
  }

  /** Séances of what is gone go at once: there is nobody left to restore them. */
  private async removeAll(of: { readonly sessionId: string } | { readonly spaceId: string }): Promise<void> {
    const now = this.clock.now();
    await this.inBatches(of, async (repositories, found) => {
      // Who is about to take a place in one of them is done before it goes, or finds it gone.
      const places = await repositories.enrolments.lockPlaces(
        null,
        found.map(({ id }) => id),
      );
      const locked = new Set(places.map(({ seanceId }) => seanceId));
      const seances = found.filter(({ id }) => locked.has(id));
      await this.recorder.record(
        repositories,
        null,
        now,
        seances
          .filter(({ isDeleted }) => !isDeleted)
          .map((seance) => ({ type: 'seance.deleted', seance, data: { reason: 'host' } })),
      );
      await purge(repositories, seances, now);
    });
    await this.unitOfWork.write(({ groups }) => groups.removeAllOf(of));
  }

  private async inBatches(
    of: PlatformSearch,
    work: (repositories: Repositories, seances: readonly SeanceAddress[]) => Promise<void>,
  ): Promise<void> {
    for (let afterId = ''; ;) {
      const last: SeanceAddress | undefined = await this.unitOfWork.write(async (repositories) => {
        const seances = await repositories.platformSeances.addresses(of, afterId, batchSize);
        if (seances.length > 0) await work(repositories, seances);
        return seances.at(-1);
      });
      if (!last) return;
      afterId = last.id;
    }
  }
}
