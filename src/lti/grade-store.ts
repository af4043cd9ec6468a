import { chunks, replaceRows } from '../adapters/knex/many-rows.js';
import type { PersonAttendance } from '../index.js';
import type { ServiceProblem } from './service-token.js';
import type { LtiStore } from './store.js';
import type { CourseRow, GradeRow, MemberRow } from './tables.js';

/** How long nobody else sends the grades of a course, in seconds, for those that died. */
const claimLasts = 900;
/** When it is tried again, in seconds: what the platform refuses, an administrator of it has to allow. */
const retryAfter = 1_800;
const retryRefusedAfter = 24 * 3_600;

/** A course whose platform is to be told grades. */
export type GradedCourse = CourseRow & { readonly line_items_url: string };

/** Somebody's share that the platform was not told. */
export interface DueGrade extends Pick<PersonAttendance, 'attended' | 'halfDays'> {
  readonly memberId: string;
  /** What the platform calls them. */
  readonly subject: string;
}

/** What the tables say of grades. */
export class GradeStore {
  constructor(private readonly store: LtiStore) {}

  /** Notes that presence has changed in a course: its grades are sent, soon. */
  async want(courseId: string): Promise<void> {
    await this.store.write((transaction) =>
      transaction<CourseRow>('seance_lti_space')
        .where({ id: courseId })
        .update({
          grades_wanted: transaction.raw('grades_wanted + 1') as unknown as number,
          grades_next_at: this.store.now(),
        }),
    );
  }

  /** A course whose grades are to be sent now. Of any number of processes at once, one gets it. */
  async claim(): Promise<GradedCourse | undefined> {
    for (;;) {
      const due = await this.courses()
        .whereNotNull('line_items_url')
        .where('grades_next_at', '<=', this.store.now())
        .where((free) => {
          void free.whereNull('grades_claimed_until').orWhere('grades_claimed_until', '<', this.store.now());
        })
        .orderBy(['grades_next_at', 'id'])
        .first();
      if (!due?.line_items_url) return undefined;
      const { id, grades_claimed_until: before, line_items_url: url } = due;
      const count = await this.store.write((transaction) =>
        transaction<CourseRow>('seance_lti_space')
          .where({ id, grades_claimed_until: before })
          .update({ grades_claimed_until: this.store.after(claimLasts) }),
      );
      if (count > 0) return { ...due, line_items_url: url };
    }
  }

  /** Ends what was begun: all that was wanted then is sent, and what was wanted since is due. */
  async finish({ id, grades_wanted: seen }: GradedCourse): Promise<void> {
    await this.store.write(async (transaction) => {
      const rows = () => transaction<CourseRow>('seance_lti_space').where({ id });
      await rows().update({ grades_sent: seen, grades_claimed_until: null, grades_problem: null });
      await rows().where({ grades_wanted: seen }).update({ grades_next_at: null });
    });
  }

  async giveUp({ id }: GradedCourse, problem: ServiceProblem): Promise<void> {
    const isRefused = problem === 'refused' || problem === 'token-refused';
    const next = this.store.after(isRefused ? retryRefusedAfter : retryAfter);
    await this.store.write((transaction) =>
      transaction<CourseRow>('seance_lti_space')
        .where({ id })
        .update({ grades_next_at: next, grades_claimed_until: null, grades_problem: problem }),
    );
  }

  /** Keeps which column of the platform is ours; what another one was told does not count. */
  async keepColumn({ id, line_item_url: known }: GradedCourse, url: string): Promise<void> {
    if (known === url) return;
    await this.store.write(async (transaction) => {
      await transaction<GradeRow>('seance_lti_grade').where({ space_id: id }).delete();
      await transaction<CourseRow>('seance_lti_space').where({ id }).update({ line_item_url: url });
    });
  }

  /** Of learners who are in the course now: those of whom the platform was told something else, or nothing. */
  async due(courseId: string, people: readonly PersonAttendance[]): Promise<readonly DueGrade[]> {
    const { knex } = this.store;
    const sent = await knex<GradeRow>('seance_lti_grade').where({ space_id: courseId });
    const known = new Map(sent.map((row) => [row.member_id, row]));
    const changed = people.filter(({ userId, attended, halfDays }) => {
      const row = known.get(userId);
      return row?.attended !== attended || row.half_days !== halfDays;
    });
    const subjects = new Map<string, string>();
    for (const ids of chunks(changed.map(({ userId }) => userId))) {
      const rows: readonly Pick<MemberRow, 'id' | 'subject'>[] = await knex('seance_lti_member as m')
        .join('seance_lti_membership as s', 's.member_id', 'm.id')
        .where({ 's.space_id': courseId, 's.is_active': true, 's.is_learner': true })
        .whereIn('m.id', ids)
        .select('m.id', 'm.subject');
      for (const { id, subject } of rows) subjects.set(id, subject);
    }
    return changed.flatMap(({ userId: memberId, attended, halfDays }) => {
      const subject = subjects.get(memberId);
      return subject === undefined ? [] : [{ memberId, subject, attended, halfDays }];
    });
  }

  async sent(courseId: string, { memberId, attended, halfDays }: DueGrade): Promise<void> {
    const row = { space_id: courseId, member_id: memberId, attended, half_days: halfDays };
    await this.store.write((transaction) =>
      replaceRows<GradeRow>(
        transaction,
        'seance_lti_grade',
        [row],
        ['attended', 'half_days'],
        ['space_id', 'member_id'],
      ),
    );
  }

  private courses() {
    return this.store.knex<CourseRow>('seance_lti_space');
  }
}
