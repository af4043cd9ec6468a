import type { Learner } from '../../domain/enrolment/enrolment.js';
import type { ChangedSeance } from '../../domain/series/series-change.js';
import { type Issue, Refusal, refusedSeance } from '../../domain/refusal.js';
import type { Repositories } from '../../ports/unit-of-work.js';
import { seancesOverLimit } from './over-limit.js';
import type { PlaceLedger } from './place-ledger.js';

/** An edit of mode, capacity, group or start of séances, as far as places are concerned. */
export interface Reshaping {
  readonly changed: readonly ChangedSeance[];
  /** The learners of the session, when one of the séances stops being automatic. */
  readonly everybody: readonly Learner[];
  /** Whether it is about several séances, so that a refusal has to say which. */
  readonly isOfSeveral: boolean;
}

/**
 * What an edit does to the places of a séance: nobody loses theirs.
 *
 * - A capacity below the number enrolled is refused, with the numbers.
 * - Into automatic: everybody is in, so that places and queue have nothing more to say. Once it has begun, those who
 *   have a place are those who take part: that stays as it is.
 * - Out of automatic: everybody who was in has a place of their own from now on.
 *
 * Called before the edited séances are stored; {@link settlePlaces} after.
 *
 * @throws Refusal `seance-started`, `capacity-below-enrolled`
 */
export async function reshapePlaces(ledger: PlaceLedger, reshaping: Reshaping): Promise<void> {
  const { changed, everybody } = reshaping;
  const lost = changed.filter(
    ({ before, after }) =>
      becomesAutomatic({ before, after }) &&
      ledger.placesOf(before.id).enrolled > 0 &&
      ledger.barTo('leave', 'staff', before.id),
  );
  refuse(reshaping, 'seance-started', 'enrolmentMode', lost);
  const enrolledIn = (edit: ChangedSeance) =>
    leavesAutomatic(edit) ? everybody.length : ledger.placesOf(edit.before.id).enrolled;
  const tooFew = changed.filter(
    (edit) =>
      edit.after.enrolmentMode !== 'automatic' && (edit.after.capacity ?? Infinity) < enrolledIn(edit),
  );
  refuse(reshaping, 'capacity-below-enrolled', 'capacity', tooFew, (edit) => ({
    capacity: edit.after.capacity ?? 0,
    enrolled: enrolledIn(edit),
  }));
  for (const { before, after } of changed) {
    if (becomesAutomatic({ before, after })) await ledger.clear(before.id);
    ledger.reshape(before.id, after);
  }
}

/**
 * Gives their places to those who were in, looks after the limits of groups, and moves the queues.
 *
 * @throws Refusal `group-limit` when a learner would be in more séances of a group than its limit.
 */
export async function settlePlaces(
  repositories: Repositories,
  ledger: PlaceLedger,
  reshaping: Reshaping,
): Promise<void> {
  const { changed, everybody } = reshaping;
  const over = new Set<ChangedSeance>();
  for (const edit of changed.filter(leavesAutomatic)) {
    const { id } = edit.after;
    await ledger.prepare(everybody.map(({ id: userId }) => ({ seanceId: id, userId })));
    for (const learner of everybody)
      if ((await ledger.enrol(id, learner, 'automatic')) === 'group-limit') over.add(edit);
  }
  refuse(reshaping, 'group-limit', 'groupName', [...over]);
  await ledger.flush();
  for (const groupId of new Set(changed.flatMap(newGroup)))
    await assertWithinLimit(repositories, ledger, reshaping, groupId);
  await ledger.settle();
}

async function assertWithinLimit(
  repositories: Repositories,
  ledger: PlaceLedger,
  reshaping: Reshaping,
  groupId: string,
): Promise<void> {
  const [group] = await repositories.groups.lock([groupId]);
  const most = await repositories.enrolments.mostInGroup(groupId);
  if (!group || most <= group.limit) return;
  const joined = reshaping.changed.filter((edit) => newGroup(edit).length > 0);
  const over = await seancesOverLimit(
    repositories,
    ledger,
    joined.map(({ after }) => after),
  );
  const named = joined.filter(({ after }) => over.includes(after));
  refuse(reshaping, 'group-limit', 'groupName', named, () => ({ enrolled: most, limit: group.limit }));
}

function leavesAutomatic({ before, after }: ChangedSeance): boolean {
  return before.enrolmentMode === 'automatic' && after.enrolmentMode !== 'automatic';
}

function becomesAutomatic({ before, after }: ChangedSeance): boolean {
  return after.enrolmentMode === 'automatic' && before.enrolmentMode !== 'automatic';
}

function newGroup({ before, after }: ChangedSeance): readonly string[] {
  return after.groupId !== null && after.groupId !== before.groupId ? [after.groupId] : [];
}

/** @throws Refusal that points at each of the edits, when there are any. */
function refuse(
  { isOfSeveral }: Reshaping,
  code: 'seance-started' | 'capacity-below-enrolled' | 'group-limit',
  field: string,
  edits: readonly ChangedSeance[],
  paramsOf?: (edit: ChangedSeance) => NonNullable<Issue['params']>,
): void {
  if (edits.length === 0) return;
  const issues = edits.map((edit): Issue => ({
    ...{ field: [field], code },
    ...(paramsOf && { params: paramsOf(edit) }),
    ...(isOfSeveral && { seance: refusedSeance(edit.before) }),
  }));
  throw new Refusal(code, issues);
}
