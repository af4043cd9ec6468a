import type { Learner } from '../../domain/enrolment/enrolment.js';
import type { ChangedSeance } from '../../domain/repetition/series-change.js';
import { type Issue, Refusal } from '../../domain/refusal.js';
import type { Repositories } from '../../ports/unit-of-work.js';
import type { PlaceLedger } from './place-ledger.js';

/**
 * What an edit of mode, capacity or group does to the places of a séance: nobody loses theirs.
 *
 * - A capacity below the number enrolled is refused, with the numbers.
 * - Into automatic: everybody is in, so that places and queue have nothing more to say.
 * - Out of automatic: everybody who was in has a place of their own from now on.
 *
 * Called before the edited séances are stored; {@link settlePlaces} after.
 *
 * @param everybody the learners of the session.
 * @throws Refusal `capacity-below-enrolled`
 */
export async function reshapePlaces(
  ledger: PlaceLedger,
  changed: readonly ChangedSeance[],
  everybody: readonly Learner[],
): Promise<void> {
  for (const { before, after } of changed) {
    const places = ledger.placesOf(before.id);
    const enrolled = leavesAutomatic({ before, after }) ? everybody.length : places.enrolled;
    const becomesAutomatic = after.enrolmentMode === 'automatic' && before.enrolmentMode !== 'automatic';
    if (after.enrolmentMode !== 'automatic' && after.capacity !== null && after.capacity < enrolled)
      throw belowEnrolled(after.capacity, enrolled);
    if (becomesAutomatic) await ledger.clear(before.id);
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
  changed: readonly ChangedSeance[],
  everybody: readonly Learner[],
): Promise<void> {
  for (const { after } of changed.filter(leavesAutomatic)) {
    await ledger.prepare(everybody.map(({ id: userId }) => ({ seanceId: after.id, userId })));
    for (const learner of everybody) {
      if ((await ledger.enrol(after.id, learner, 'automatic')) === 'group-limit') throw overLimit();
    }
  }
  await ledger.flush();
  for (const groupId of new Set(changed.flatMap(newGroup))) {
    const [group] = await repositories.groups.lock([groupId]);
    const most = await repositories.enrolments.mostInGroup(groupId);
    if (group && most > group.limit) throw overLimit({ enrolled: most, limit: group.limit });
  }
  await ledger.settle();
}

/** Whether any of the edits needs to know the learners of the session. */
export function leavesAutomatic({ before, after }: ChangedSeance): boolean {
  return before.enrolmentMode === 'automatic' && after.enrolmentMode !== 'automatic';
}

function newGroup({ before, after }: ChangedSeance): readonly string[] {
  return after.groupId !== null && after.groupId !== before.groupId ? [after.groupId] : [];
}

function belowEnrolled(capacity: number, enrolled: number): Refusal {
  const params = { capacity, enrolled };
  return new Refusal('capacity-below-enrolled', [
    { pointer: '/capacity', code: 'capacity-below-enrolled', params },
  ]);
}

function overLimit(params?: Issue['params']): Refusal {
  return new Refusal('group-limit', [
    { pointer: '/groupName', code: 'group-limit', ...(params && { params }) },
  ]);
}
