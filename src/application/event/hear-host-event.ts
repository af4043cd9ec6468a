import { isKept } from '../../domain/attendance/retention.js';
import type { Learner } from '../../domain/enrolment/enrolment.js';
import { leaveAll } from '../../domain/enrolment/seat-acts.js';
import { groupedBy } from '../../domain/grouped.js';
import type { Instant } from '../../domain/time/schedule.js';
import type { HostEvent } from '../../ports/host-events.js';
import type { PlatformSearch, SeanceAddress } from '../../ports/platform-seance-repository.js';
import type { ForgetAttendance } from '../attendance/forget-attendance.js';
import type { PlaceLedgers } from '../enrolment/place-ledgers.js';
import { changeEntries, type RefreshSeances } from '../seance/refresh-seances.js';
import type { SeanceDrafts } from '../seance/seance-drafts.js';
import { purge } from '../deletion/purge.js';
import type { Transaction, Transactions } from '../transactions.js';

/** How many séances one transaction touches. */
const batchSize = 100;

/**
 * What the plugin does when the host says that somebody or something is gone. Each batch is a transaction of its own:
 * told again after a crash, it goes on where it stopped.
 */
export class HearHostEvent {
  constructor(
    private readonly transactions: Transactions,
    private readonly ledgers: PlaceLedgers,
    private readonly drafts: SeanceDrafts,
    private readonly refreshSeances: RefreshSeances,
    private readonly forgetAttendance: ForgetAttendance,
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
    await this.inBatches({ trainerId: userId }, (transaction, seances) =>
      changeEntries(transaction, 'trainer', seances, async (spaceId, ids) => {
        await transaction.platformSeances.removeTrainer(userId, ids);
        await this.drafts.refresh(transaction, spaceId, ids);
      }),
    );
    await this.inBatches({ commentedBy: userId }, (transaction, seances) =>
      changeEntries(transaction, 'comment', seances, (_, ids) =>
        transaction.comments.forgetUser(userId, ids),
      ),
    );
    await this.forgetAttendance.of(userId);
    await this.transactions.write(async (transaction) => {
      await transaction.platformSeances.forgetUser(userId);
      await transaction.seanceRefreshes.forgetUser(userId);
      await transaction.feeds.removeOf(userId);
      await transaction.downloads.removeOf(userId);
      await transaction.settings.forgetUser(userId);
      await transaction.idempotency.forgetUser(userId);
      await transaction.events.forgetUser(userId);
      await transaction.notices.forgetUser(userId);
      await transaction.unsubscriptions.removeOf(userId);
      await transaction.webhooks.forgetUser(userId);
    });
  }

  private async rename(learner: Learner): Promise<void> {
    await this.transactions.write(async (transaction) => {
      await transaction.enrolments.rename(learner);
      await this.refreshSeances.begin(transaction, 'trainer', learner.id, learner.name);
    });
    await this.refreshSeances.of('trainer', learner.id);
  }

  /** Takes somebody out of the séances of a session that have not begun; out of all séances when it is null. */
  private async release(userId: string, sessionId: string | null): Promise<void> {
    for (let afterId = ''; ;) {
      const found = await this.transactions.read(({ enrolments }) =>
        enrolments.seancesOf(userId, sessionId, afterId, batchSize),
      );
      const last = found.at(-1);
      if (!last) return;
      afterId = last.seanceId;
      for (const [platformId, ids] of await this.byPlatform(found))
        await this.transactions.write((transaction) =>
          this.releaseIn(transaction, userId, { platformId, ids }, sessionId === null),
        );
    }
  }

  /** The séances of each platform: by its settings queues move. */
  private async byPlatform(
    found: readonly { readonly spaceId: string; readonly seanceId: string }[],
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const spaceIds = found.map(({ spaceId }) => spaceId);
    const platforms = await this.transactions.read((repositories) =>
      repositories.platforms.ofSpaces(spaceIds),
    );
    const grouped = groupedBy(found, ({ spaceId }) => platforms.get(spaceId) ?? '');
    return new Map([...grouped].map(([id, some]) => [id, some.map(({ seanceId }) => seanceId)]));
  }

  private async releaseIn(
    transaction: Transaction,
    userId: string,
    { platformId, ids: seanceIds }: { readonly platformId: string; readonly ids: readonly string[] },
    alsoPast: boolean,
  ): Promise<void> {
    const request = { platformId, spaceId: null, seanceIds, actor: null };
    const reason = alsoPast ? 'user-gone' : 'left-session';
    await this.ledgers.with(transaction, request, (ledger) =>
      ledger.carryOut((seats) => leaveAll(seats, seanceIds, userId, reason)),
    );
  }

  /**
   * Séances of what is gone go at once: there is nobody left to restore them. Those with signed half-days go when these need
   * not be kept any more.
   */
  private async removeAll(of: { readonly sessionId: string } | { readonly spaceId: string }): Promise<void> {
    await this.inBatches(of, async (transaction, found) => {
      const { now } = transaction;
      // Who is about to take a place in one of them is done before it goes, or finds it gone.
      const places = await transaction.enrolments.lockPlaces(
        null,
        found.map(({ id }) => id),
      );
      const locked = new Set(places.map(({ seanceId }) => seanceId));
      const seances = found.filter(({ id }) => locked.has(id));
      await transaction.record(
        null,
        now,
        seances
          .filter(({ isDeleted }) => !isDeleted)
          .map((seance) => ({ type: 'seance.deleted', seance, data: { reason: 'host' } })),
      );
      const kept = await signedIn(transaction, seances, now);
      await purge(
        transaction,
        seances.filter(({ id }) => !kept.has(id)),
        now,
      );
      const there = seances.filter(({ id, isDeleted }) => kept.has(id) && !isDeleted);
      await transaction.deletions.markDeleted(
        there.map(({ id }) => id),
        now,
        '',
        transaction.newId(),
      );
    });
    await this.transactions.write(({ groups }) => groups.removeAllOf(of));
  }

  private async inBatches(
    of: PlatformSearch,
    work: (transaction: Transaction, seances: readonly SeanceAddress[]) => Promise<void>,
  ): Promise<void> {
    for (let afterId = ''; ;) {
      const last: SeanceAddress | undefined = await this.transactions.write(async (transaction) => {
        const seances = await transaction.platformSeances.addresses(of, afterId, batchSize);
        if (seances.length > 0) await work(transaction, seances);
        return seances.at(-1);
      });
      if (!last) return;
      afterId = last.id;
    }
  }
}

/** Those of the séances that stay, since half-days of theirs were signed and have to be kept. */
async function signedIn(
  transaction: Transaction,
  seances: readonly SeanceAddress[],
  now: Instant,
): Promise<ReadonlySet<string>> {
  const signed = await transaction.attendanceRetention.signedAmong(seances.map(({ id }) => id));
  const found = seances.filter(({ id }) => signed.has(id));
  const platforms = await transaction.platforms.ofSpaces(found.map(({ spaceId }) => spaceId));
  const kept = new Set<string>();
  for (const { id, spaceId } of found) {
    const settings = await transaction.settingsInForce(platforms.get(spaceId) ?? '');
    const closedAt = signed.get(id) ?? null;
    if (isKept({ closedAt, isSigned: true }, now, settings.attendanceRetentionDays)) kept.add(id);
  }
  return kept;
}
