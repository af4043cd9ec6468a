import type { Learner } from '../../domain/enrolment/enrolment.js';
import { differenceOf } from '../../domain/event/seance-event.js';
import type { Seance } from '../../domain/seance/seance.js';
import type { ChangedSeance } from '../../domain/series/series-change.js';
import { assertNotBegun } from '../attendance/begun.js';
import type { Visit } from '../access/space-access.js';
import type { PlaceLedger } from '../enrolment/place-ledger.js';
import { reshapePlaces, settlePlaces } from '../enrolment/reshape-places.js';
import type { Transaction } from '../transactions.js';
import { assertFree } from './clash-guard.js';
import type { SeanceDrafts } from './seance-drafts.js';

/** What an edit makes of séances. */
export interface Changes {
  /** Of whoever does it. */
  readonly visit: Pick<Visit<'edit'>, 'actor' | 'platformId'>;
  /** In the order of their starts. */
  readonly changed: readonly ChangedSeance[];
  /** The learners of the session, when one of the séances may stop being automatic. */
  readonly everybody: readonly Learner[];
  /** Whether it is about several séances, so that a refusal has to say which. */
  readonly isOfSeveral: boolean;
}

/**
 * Stores an edit of séances whose rows and places are locked, with all that follows from it: the places in them, and what
 * happened.
 *
 * @throws Refusal `attendance-begun`, `capacity-below-enrolled`, `group-limit`, `seance-started`, `trainer-busy`, `location-busy`
 */
export async function applyChanges(
  transaction: Transaction,
  ledger: PlaceLedger,
  drafts: SeanceDrafts,
  { visit: { actor, platformId }, ...reshaping }: Changes,
): Promise<void> {
  const { changed } = reshaping;
  const moved = changed.filter(({ before, after }) => !isAtSameTime(before, after));
  await assertNotBegun(
    transaction,
    moved.map(({ before }) => before),
  );
  await assertFree(transaction, await transaction.settingsInForce(platformId), changed);
  await reshapePlaces(ledger, reshaping);
  const updatedAt = transaction.now;
  const after = changed.map(({ after: seance }): Seance => ({
    ...seance,
    version: seance.version + 1,
    updatedAt,
  }));
  await transaction.seances.update(await drafts.records(transaction, after));
  await transaction.record(
    actor,
    updatedAt,
    changed.map(({ before, after: seance }) => ({
      type: 'seance.edited',
      seance,
      data: { ...differenceOf(before, seance) },
    })),
  );
  await splitBin(transaction, changed);
  await settlePlaces(transaction, ledger, reshaping);
}

function isAtSameTime(one: Seance, other: Seance): boolean {
  return one.start === other.start && one.end === other.end && one.timeZone === other.timeZone;
}

/** What is in the bin goes with what splits off its series around it. */
async function splitBin({ deletions }: Transaction, [first]: readonly ChangedSeance[]): Promise<void> {
  if (!first) return;
  const { spaceId, seriesId, startsAt: from } = first.before;
  const newSeriesId = first.after.seriesId;
  if (seriesId !== null && newSeriesId !== null && seriesId !== newSeriesId)
    await deletions.followSplit({ spaceId, seriesId, newSeriesId, from });
}
