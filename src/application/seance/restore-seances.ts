import { type Issue, Refusal } from '../../domain/refusal.js';
import { restorableSince } from '../../domain/retention.js';
import type { Seance } from '../../domain/seance/seance.js';
import type { Settings } from '../../domain/settings.js';
import type { Instant } from '../../domain/time/schedule.js';
import type { Clock } from '../../ports/clock.js';
import type { AttemptKey } from '../../ports/idempotency-repository.js';
import { LostRace, type Repositories, type UnitOfWork } from '../../ports/unit-of-work.js';
import type { Visit } from '../access/space-access.js';
import type { PlaceLedger } from '../enrolment/place-ledger.js';
import type { PlaceLedgers } from '../enrolment/place-ledgers.js';
import { type EventRecorder, outlineOf } from '../event/event-recorder.js';
import { once } from '../idempotency/once.js';
import type { ReadSettings } from '../settings/read-settings.js';
import type { SeanceDrafts } from './seance-drafts.js';
import type { SeanceView, SeanceViews } from './seance-view.js';

const enrolmentsAtATime = 500;

/** A séance that is back. */
export interface RestoredSeance {
  readonly view: SeanceView;
  /** How many of its learners wait now: they have taken a place in another séance of the group meanwhile. */
  readonly displaced: number;
}

/** Which séances: those, or what is left of a deletion. */
export type Restoration = { readonly ids: readonly string[] } | { readonly deletionId: string };

/** What a restoration brought back. A JSON value. */
export interface RestoredSeances {
  /** Of the séances that were deleted until then. */
  readonly ids: readonly string[];
  /** As in {@link RestoredSeance}, of all together. */
  readonly displaced: number;
}

/** Undoes deletions. Restoring what is not deleted changes nothing. */
export class RestoreSeances {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: SeanceDrafts,
    private readonly views: SeanceViews,
    private readonly ledgers: PlaceLedgers,
    private readonly readSettings: ReadSettings,
    private readonly recorder: EventRecorder,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `not-found`, `retention-passed` when it was deleted too long ago. */
  async one(visit: Visit, id: string): Promise<RestoredSeance> {
    const settings = await this.readSettings.run();
    const { listed, displaced } = await this.unitOfWork.write(async (repositories) => {
      const restored = await this.restore(repositories, visit, [id], settings, () => []);
      return {
        listed: await repositories.seances.get(visit.space.id, id),
        displaced: restored.displaced,
      };
    });
    return { view: await this.views.one(visit, listed), displaced };
  }

  /**
   * All of them, or none.
   *
   * @throws Refusal `not-found` and `retention-passed`, which point at each id that is not a séance of the space, or was
   * deleted too long ago; `not-found` for a deletion of which nothing is left.
   */
  async many(visit: Visit, restoration: Restoration, attempt?: AttemptKey): Promise<RestoredSeances> {
    const settings = await this.readSettings.run();
    return this.unitOfWork.write((repositories) =>
      once(repositories, attempt, this.clock.now(), async () => {
        if ('deletionId' in restoration) {
          const ids = await repositories.deletions.seanceIds(visit.space.id, restoration.deletionId);
          if (ids.length === 0) throw pointedAt('not-found', ['/deletionId']);
          return this.restore(repositories, visit, ids, settings, () => ['/deletionId']);
        }
        const { ids } = restoration;
        const pointers = (wrong: ReadonlySet<string>) =>
          ids.flatMap((id, index) => (wrong.has(id) ? [`/ids/${index}`] : []));
        const restored = await this.restore(repositories, visit, ids, settings, pointers);
        await assertThere(repositories, visit, ids, restored, pointers);
        return restored;
      }),
    );
  }

  private async restore(
    repositories: Repositories,
    visit: Visit,
    ids: readonly string[],
    settings: Settings,
    pointersTo: (ids: ReadonlySet<string>) => readonly string[],
  ): Promise<RestoredSeances> {
    const seen = await repositories.seances.findDeleted(visit.space.id, ids);
    if (seen.length === 0) return { ids: [], displaced: 0 };
    const now = this.clock.now();
    const groups = await repositories.groups.lock(groupsOf(seen));
    for (const seriesId of seriesOf(seen)) await repositories.seances.touchSeries(visit.space.id, seriesId);
    const deleted = await lockSeen(repositories, visit, seen);
    assertInTime(deleted, restorableSince(now, settings.retentionDays), pointersTo);
    const seanceIds = deleted.map(({ id }) => id);
    await repositories.seances.markRestored(seanceIds, now);
    const groupIds = groups.map(({ id }) => id);
    const alone = deleted.filter(({ groupId }) => groupId !== null && !groupIds.includes(groupId));
    await this.ungroup(
      repositories,
      visit,
      alone.map(({ id }) => id),
    );
    await this.recorder.record(
      repositories,
      visit.actor,
      now,
      deleted.map((seance) => ({ type: 'seance.restored', seance, data: outlineOf(seance) })),
    );
    const request = { spaceId: visit.space.id, seanceIds, groupIds, settings, actor: visit.actor };
    const grouped = deleted.filter(({ groupId }) => groupId !== null && groupIds.includes(groupId));
    const displaced = await this.ledgers.with(repositories, request, async (ledger) => {
      let count = 0;
      for (const { id } of grouped) count += await displace(repositories, ledger, id);
      await ledger.settle();
      return count;
    });
    return { ids: seanceIds, displaced };
  }

  /** Their groups were removed while they were deleted. */
  private async ungroup(repositories: Repositories, { space }: Visit, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const seances = await repositories.seances.lock(space.id, ids);
    const alone = seances.map((seance) => ({ ...seance, groupId: null }));
    await repositories.seances.update(await this.drafts.records(repositories, alone));
  }
}

/** Locks what was seen: its groups are locked already, so that it must not be in others. */
async function lockSeen(
  { seances }: Repositories,
  { space }: Visit,
  seen: readonly Seance[],
): Promise<readonly Seance[]> {
  const locked = await seances.lockDeleted(
    space.id,
    seen.map(({ id }) => id),
  );
  const known = new Set(groupsOf(seen));
  if (locked.length < seen.length || !groupsOf(locked).every((id) => known.has(id))) throw new LostRace();
  return locked;
}

function assertInTime(
  deleted: readonly Seance[],
  since: Instant,
  pointersTo: (ids: ReadonlySet<string>) => readonly string[],
): void {
  const late = deleted.filter(({ deletedAt }) => deletedAt !== null && deletedAt < since);
  if (late.length > 0) throw pointedAt('retention-passed', pointersTo(new Set(late.map(({ id }) => id))));
}

/** What was not restored has to be there already: everything else never was, or is purged. */
async function assertThere(
  { seances }: Repositories,
  { space }: Visit,
  ids: readonly string[],
  restored: RestoredSeances,
  pointersTo: (ids: ReadonlySet<string>) => readonly string[],
): Promise<void> {
  const others = new Set(ids);
  for (const id of restored.ids) others.delete(id);
  if (others.size === 0) return;
  for (const { id } of await seances.lock(space.id, [...others])) others.delete(id);
  if (others.size > 0) throw pointedAt('not-found', pointersTo(others));
}

function groupsOf(seances: readonly Seance[]): string[] {
  return [...new Set(seances.flatMap(({ groupId }) => groupId ?? []))].sort();
}

function seriesOf(seances: readonly Seance[]): string[] {
  return [...new Set(seances.flatMap(({ seriesId }) => seriesId ?? []))].sort();
}

function pointedAt(code: 'not-found' | 'retention-passed', pointers: readonly string[]): Refusal {
  return new Refusal(
    code,
    pointers.map((pointer): Issue => ({ pointer, code: 'not-proposed' })),
  );
}

/** Puts those into the queue who have no room left in the group, and says how many. */
async function displace(
  { enrolments }: Repositories,
  ledger: PlaceLedger,
  seanceId: string,
): Promise<number> {
  let displaced = 0;
  for (let turn = 0; ;) {
    const some = await enrolments.allAfter(seanceId, turn, enrolmentsAtATime);
    const last = some.at(-1);
    if (!last) return displaced;
    turn = last.turn;
    for (const enrolment of some) {
      if (enrolment.status !== 'enrolled' || !(await ledger.isOverLimit(enrolment))) continue;
      ledger.demote(enrolment);
      displaced += 1;
    }
  }
}
