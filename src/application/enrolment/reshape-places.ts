import type { Learner } from '../../domain/enrolment/enrolment.js';
import { settle } from '../../domain/enrolment/promotion.js';
import { isOverLimit, leavesAutomatic, reshape } from '../../domain/enrolment/reshaping.js';
import { keepAll } from '../../domain/enrolment/seat-acts.js';
import type { ChangedSeance } from '../../domain/series/series-change.js';
import { type Issue, Refusal, refusedSeance } from '../../domain/refusal.js';
import type { Repositories } from '../../ports/unit-of-work.js';
import type { Transaction } from '../transactions.js';
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
 * Takes over what an edit says, as far as places are concerned. Called before the edited séances are stored;
 * {@link settlePlaces} after.
 *
 * @throws Refusal `seance-started`, `capacity-below-enrolled`
 */
export async function reshapePlaces(ledger: PlaceLedger, reshaping: Reshaping): Promise<void> {
  const { changed, everybody } = reshaping;
  const barred = await ledger.carryOut((seats) => reshape(seats, changed, everybody.length));
  if (!barred) return;
  if (barred.refused === 'seance-started')
    throw refusal(reshaping, 'seance-started', 'enrolmentMode', barred.edits);
  throw refusal(reshaping, 'capacity-below-enrolled', 'capacity', barred.edits, ({ edit, enrolled }) => ({
    capacity: edit.after.capacity ?? 0,
    enrolled,
  }));
}

/**
 * Gives their places to those who were in, looks after the limits of groups, and moves the queues.
 *
 * @throws Refusal `group-limit` when a learner would be in more séances of a group than its limit.
 */
export async function settlePlaces(
  transaction: Transaction,
  ledger: PlaceLedger,
  reshaping: Reshaping,
): Promise<void> {
  const { changed, everybody } = reshaping;
  const over: { readonly edit: ChangedSeance }[] = [];
  for (const edit of changed.filter(leavesAutomatic)) {
    const arrivals = everybody.map((learner) => ({ enrolmentId: transaction.newId(), learner }));
    const outcomes = await ledger.carryOut((seats) => keepAll(seats, edit.after.id, arrivals));
    if ([...outcomes.values()].includes('group-limit')) over.push({ edit });
  }
  if (over.length > 0) throw refusal(reshaping, 'group-limit', 'groupName', over);
  await ledger.flush();
  for (const groupId of new Set(changed.flatMap(newGroup)))
    await assertWithinLimit(transaction, ledger, reshaping, groupId);
  await ledger.carryOut(settle);
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
  const over: { readonly edit: ChangedSeance }[] = [];
  for (const edit of reshaping.changed.filter((joins) => newGroup(joins).length > 0))
    if (await ledger.carryOut((seats) => isOverLimit(seats, edit.after.id))) over.push({ edit });
  if (over.length > 0)
    throw refusal(reshaping, 'group-limit', 'groupName', over, () => ({
      enrolled: most,
      limit: group.limit,
    }));
}

function newGroup({ before, after }: ChangedSeance): readonly string[] {
  return after.groupId !== null && after.groupId !== before.groupId ? [after.groupId] : [];
}

/** Points at each of the edits. */
function refusal<Barred extends { readonly edit: ChangedSeance }>(
  { isOfSeveral }: Reshaping,
  code: 'seance-started' | 'capacity-below-enrolled' | 'group-limit',
  field: string,
  barred: readonly Barred[],
  paramsOf?: (barred: Barred) => NonNullable<Issue['params']>,
): Refusal {
  const issues = barred.map((of): Issue => ({
    ...{ field: [field], code },
    ...(paramsOf && { params: paramsOf(of) }),
    ...(isOfSeveral && { seance: refusedSeance(of.edit.before) }),
  }));
  return new Refusal(code, issues);
}
