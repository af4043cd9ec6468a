import type { Knex } from 'knex';
import { countOf } from '../adapters/knex/count-of.js';
import { chunks } from '../adapters/knex/many-rows.js';
import { addNews, keepMembers, keepMemberships, notDue, sortedAs } from './people.js';
import { standingOf } from './roles.js';
import type { RosterMember } from './roster-page.js';
import type { ServiceProblem } from './service-token.js';
import type { LtiStore } from './store.js';
import type { CourseRow, MemberRow, MembershipRow } from './tables.js';

/** A walk through the roster of a course, which no other process walks through until then. */
export interface Walk {
  readonly course: CourseRow & { readonly memberships_url: string };
  /** Walks of a course are counted, those that do not reach the end as well. */
  readonly number: number;
  readonly begunAt: string;
  /** When it has to be over. */
  readonly until: string;
}

/** Another process has begun a walk since, because this one took too long. */
export class Superseded extends Error {}

/** How long a walk may take, in seconds; and how long nobody else begins one, for those that died. */
const walkLasts = 600;
const claimLasts = 900;

/** When the next walk is due, in seconds. Each at another time, so that a platform is not asked for all at once. */
const day = 24 * 3_600;
const afterWhole = { least: day, jitter: 3_600 };
const afterRefusal = { least: day, jitter: 3_600 };
const afterProblem = { least: 600, jitter: 1_200 };

/** For how long after its last launch a course is refreshed by itself, in seconds. */
const inUseFor = 90 * day;

/** Of the active members of a course, how many may be gone at once without anybody's word for it. */
const mostLeavers = 0.3;

/** What the tables say of rosters. */
export class RosterStore {
  constructor(private readonly store: LtiStore) {}

  /**
   * Begins a walk. Of any number of processes at once, one does.
   *
   * @param olderThan when given, only through a roster that was not read as a whole for so many seconds.
   * @returns undefined when there is nothing to begin
   */
  async claim(courseId: string, olderThan?: number): Promise<Walk | undefined> {
    const course = await courses(this.store.knex).where({ id: courseId }).first();
    const url = course?.memberships_url;
    if (!course || !url) return undefined;
    const { roster_read_at: readAt, roster_walk: before } = course;
    if (olderThan !== undefined && readAt !== null && readAt >= this.store.after(-olderThan))
      return undefined;
    const [number, begunAt] = [before + 1, this.store.now()];
    // A walk that has come to its end since was the one to be begun.
    const count = await this.store.write((transaction) =>
      courses(transaction)
        .where({ id: courseId, roster_walk: before, roster_read_at: readAt })
        .where(this.isFree())
        .update({ roster_walk: number, roster_claimed_until: this.store.after(claimLasts) }),
    );
    if (count === 0) return undefined;
    return {
      course: { ...course, memberships_url: url },
      number,
      begunAt,
      until: this.store.after(walkLasts),
    };
  }

  /** Keeps what a part of a roster says, each of at most 1,000 members once. @throws Superseded */
  async keep(walk: Walk, members: readonly RosterMember[]): Promise<void> {
    const { course, number } = walk;
    await this.store.write(async (transaction) => {
      await lock(transaction, walk);
      const kept = await keepMembers(transaction, course.platform_id, members);
      const said = members.flatMap(({ sub, roles }) => {
        const member = kept.get(sub);
        return member ? [saidOf(member, roles)] : [];
      });
      await keepMemberships(transaction, course.id, said, number);
    });
  }

  /**
   * Ends a walk that was whole: who was not in it and not in the whole one before is gone, and so is who the platform says
   * is, unless they are too many. Whoever was launched since the one before began is there.
   *
   * @param gone subjects that are not in the course now, by the platform's own word.
   * @throws Superseded
   */
  async finish(walk: Walk, gone: readonly string[]): Promise<void> {
    const { id } = walk.course;
    await this.store.write(async (transaction) => {
      const course = await lock(transaction, walk);
      await markLeavers(transaction, course, walk.number, gone);
      const [active, leaving] = [
        await countOf(activeIn(transaction, id)),
        await countOf(activeIn(transaction, id).where({ is_leaving: true })),
      ];
      const isTooMuch = leaving > mostLeavers * active;
      if (!isTooMuch) await takeOff(transaction, id);
      await courses(transaction)
        .where({ id })
        .update({
          ...{ roster_read_at: walk.begunAt, roster_whole_walk: walk.number, roster_problem: null },
          ...{ roster_leavers: isTooMuch ? leaving : null, roster_claimed_until: null },
          roster_next_at: this.later(afterWhole),
        });
    });
  }

  /** Ends a walk that did not come to its end. Without a problem, it is due again at once. */
  async giveUp({ course, number }: Walk, problem: ServiceProblem | null): Promise<void> {
    const isRefused = problem === 'refused' || problem === 'token-refused';
    const told = {
      roster_problem: problem,
      roster_next_at: this.later(isRefused ? afterRefusal : afterProblem),
    };
    await this.store.write((transaction) =>
      courses(transaction)
        .where({ id: course.id, roster_walk: number })
        .update({ roster_claimed_until: null, ...(problem !== null && told) }),
    );
  }

  /** Takes those off who wait for the word of staff. @returns how many they were */
  async confirmLeavers(courseId: string): Promise<number> {
    return this.store.write(async (transaction) => {
      await courses(transaction).where({ id: courseId }).forUpdate().first();
      const count = await takeOff(transaction, courseId);
      await courses(transaction).where({ id: courseId }).update({ roster_leavers: null });
      return count;
    });
  }

  /** A course in use whose roster is to be read again, and that nobody reads. */
  async due(): Promise<string | undefined> {
    const waiting = () =>
      courses(this.store.knex).where(this.isFree()).where('roster_next_at', '<=', this.store.now());
    const row = await waiting()
      .orderBy(['roster_next_at', 'id'])
      .first('id', 'launched_at', 'memberships_url');
    if (!row) return undefined;
    if (row.memberships_url !== null && row.launched_at > this.store.after(-inUseFor)) return row.id;
    // What is not to be read is out of the way, until it is opened again: not looked at each time.
    await this.store.write((transaction) =>
      courses(transaction)
        .where('roster_next_at', '<=', this.store.now())
        .where(
          (either) =>
            void either
              .whereNull('memberships_url')
              .orWhere('launched_at', '<=', this.store.after(-inUseFor)),
        )
        .update({ roster_next_at: notDue }),
    );
    return (await waiting().orderBy(['roster_next_at', 'id']).first('id'))?.id;
  }

  private isFree() {
    const now = this.store.now();
    return (either: Knex.QueryBuilder): void =>
      void either.whereNull('roster_claimed_until').orWhere('roster_claimed_until', '<=', now);
  }

  private later({ least, jitter }: { readonly least: number; readonly jitter: number }): string {
    return this.store.after(least + Math.floor(jitter * Math.random()));
  }
}

function saidOf(member: MemberRow, roles: readonly string[]) {
  const { isTrainer, isLearner } = standingOf(roles);
  return { member_id: member.id, is_trainer: isTrainer, is_learner: isLearner, ...sortedAs(member) };
}

/** The row of the course, locked; launches wait for it too. */
async function lock(transaction: Knex.Transaction, { course, number }: Walk): Promise<CourseRow> {
  const row = await courses(transaction).where({ id: course.id }).forUpdate().first();
  if (row?.roster_walk !== number) throw new Superseded('Another walk through this roster was begun.');
  return row;
}

async function markLeavers(
  transaction: Knex.Transaction,
  course: CourseRow,
  walk: number,
  gone: readonly string[],
): Promise<void> {
  const { id, roster_whole_walk: before, roster_read_at: readAt } = course;
  const notSince = (number: number) =>
    activeIn(transaction, id).where(
      (either) => void either.whereNull('roster_walk').orWhere('roster_walk', '<', number),
    );
  await activeIn(transaction, id).where({ is_leaving: true }).update({ is_leaving: false });
  if (readAt !== null)
    await notSince(before)
      .where((either) => void either.whereNull('session_until').orWhere('session_until', '<', readAt))
      .update({ is_leaving: true });
  for (const subjects of chunks(gone)) {
    const members = transaction<MemberRow>('seance_lti_member')
      .where({ platform_id: course.platform_id })
      .whereIn('subject', subjects)
      .select('id');
    await notSince(walk).whereIn('member_id', members).update({ is_leaving: true });
  }
}

async function takeOff(transaction: Knex.Transaction, courseId: string): Promise<number> {
  const leavers = () => activeIn(transaction, courseId).where({ is_leaving: true });
  await addNews(transaction, courseId, await leavers().where({ is_learner: true }).pluck('member_id'));
  return leavers().update({ is_active: false, is_leaving: false });
}

function courses(knex: Knex) {
  return knex<CourseRow>('seance_lti_space');
}

function activeIn(transaction: Knex.Transaction, courseId: string) {
  return transaction<MembershipRow>('seance_lti_membership').where({ space_id: courseId, is_active: true });
}
