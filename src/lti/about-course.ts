import type { Knex } from 'knex';
import { countOf } from '../adapters/knex/count-of.js';
import { withoutUnseen } from '../domain/text/unseen.js';
import { parseCalendarDate } from '../domain/time/wall-time.js';
import { isUnnamed, namesOf, renamed } from './people.js';
import { periodIn } from './period.js';
import { rosterFacts } from './roster-facts.js';
import type { LtiStore } from './store.js';
import type { CourseRow, MemberRow, MembershipRow } from './tables.js';
import { type WhatWorks, whatWorks } from './what-works.js';

/** Somebody whose name the platform has not told. */
export interface Unnamed {
  readonly id: string;
  readonly name: string;
  /** As staff have typed them; empty before. */
  readonly firstName: string;
  readonly lastName: string;
}

/** What staff read of a course, and may mend where its platform says nothing. */
export interface AboutCourse {
  readonly works: WhatWorks;
  /** What the platform calls its kind, such as `moodle`. */
  readonly family: string | null;
  readonly period: { readonly startsOn: string | null; readonly endsOn: string | null };
  /** Which of its days the platform has told: those are not to be typed. */
  readonly isTold: { readonly startsOn: boolean; readonly endsOn: boolean };
  /** A page of them, and how many there are. */
  readonly unnamed: { readonly items: readonly Unnamed[]; readonly total: number; readonly page: number };
}

interface Typed {
  readonly firstName: string;
  readonly lastName: string;
}

/** People on a page. */
export const pageSize = 50;

/** Why nothing was written. */
export type Refusal = 'no-date' | 'period-reversed' | 'no-such-person';

/** What staff of a course may know of its platform, and say in its place. */
export class AboutCourses {
  constructor(private readonly store: LtiStore) {}

  /** @returns undefined for a course that is unknown. */
  async read(courseId: string, page: number): Promise<AboutCourse | undefined> {
    const { knex } = this.store;
    const facts = await rosterFacts(this.store, courseId);
    const course = await this.course(knex, courseId);
    if (!facts || !course) return undefined;
    const platform = await knex<{ readonly id: string; readonly family: string | null }>(
      'seance_lti_platform',
    )
      .where({ id: course.platform_id })
      .first();
    return {
      works: whatWorks(facts),
      family: platform?.family ?? null,
      period: periodIn(course),
      isTold: { startsOn: course.starts_on !== null, endsOn: course.ends_on !== null },
      unnamed: { ...(await this.unnamed(courseId, page)), page },
    };
  }

  /** Whether somebody may read and write here now: those who may enrol. */
  async isStaff(courseId: string, memberId: string | null): Promise<boolean> {
    const row = await this.store
      .knex<MembershipRow>('seance_lti_membership')
      .where({ space_id: courseId, member_id: memberId ?? '', is_active: true, may_enrol: true })
      .where('session_until', '>', this.store.now())
      .first('member_id');
    return row !== undefined;
  }

  /** Keeps the days of a course that its platform does not tell; an empty text is none. */
  async setPeriod(
    courseId: string,
    typed: { readonly startsOn: string; readonly endsOn: string },
  ): Promise<Refusal | undefined> {
    const [first, last] = [dayOf(typed.startsOn), dayOf(typed.endsOn)];
    if (first === undefined || last === undefined) return 'no-date';
    return this.store.write(async (transaction) => {
      const course = await this.course(transaction, courseId);
      if (!course) return undefined;
      const said = { typed_starts_on: first, typed_ends_on: last };
      const { startsOn, endsOn } = periodIn({ ...course, ...said });
      if (startsOn !== null && endsOn !== null && endsOn < startsOn) return 'period-reversed';
      await transaction<CourseRow>('seance_lti_space').where({ id: courseId }).update(said);
      return undefined;
    });
  }

  /** Names somebody whom the platform does not name; with empty names, they are a participant again. */
  async setName(courseId: string, memberId: string, typed: Typed): Promise<Refusal | undefined> {
    const { firstName, lastName } = namesIn(typed);
    return this.store.write(async (transaction) => {
      const member = await members(transaction, courseId)
        .where({ 'm.id': memberId })
        .forUpdate()
        .first<MemberRow | undefined>('m.*');
      if (!member) return 'no-such-person';
      const names = namesOf(memberId, { name: '', firstName, lastName });
      const said = { ...names, is_named_here: lastName !== '' };
      await transaction<MemberRow>('seance_lti_member').where({ id: memberId }).update(said);
      if (names.name !== member.name) await renamed(transaction, { ...member, ...said });
      return undefined;
    });
  }

  private async unnamed(
    courseId: string,
    page: number,
  ): Promise<{ readonly items: readonly Unnamed[]; readonly total: number }> {
    const { knex } = this.store;
    const rows = await members(knex, courseId)
      .orderBy(['s.name_sort', 's.member_id'])
      .limit(pageSize)
      .offset((page - 1) * pageSize)
      .select<MemberRow[]>('m.*');
    const items = rows.map(
      ({ id, name, first_name: firstName, last_name: lastName, is_named_here: named }) => ({
        ...{ id, name },
        ...(named ? { firstName, lastName } : { firstName: '', lastName: '' }),
      }),
    );
    return { items, total: await countOf(members(knex, courseId)) };
  }

  private course(knex: Knex, id: string): Promise<CourseRow | undefined> {
    return knex<CourseRow>('seance_lti_space').where({ id }).first();
  }
}

/** Those of a course whose name the platform has not told. */
function members(knex: Knex, courseId: string): Knex.QueryBuilder {
  return knex('seance_lti_membership as s')
    .join('seance_lti_member as m', 'm.id', 's.member_id')
    .where({ 's.space_id': courseId, 's.is_active': true })
    .whereRaw(isUnnamed('m'));
}

/** Null for an empty text, undefined for one that is no day. */
function dayOf(text: string): string | null | undefined {
  return text.trim() === '' ? null : parseCalendarDate(text.trim());
}

/** What was typed as names, each as one line; who has but one has a last name. */
function namesIn(typed: Typed): Typed {
  const [first, last] = [typed.firstName, typed.lastName].map((text) =>
    withoutUnseen(text.replace(/\s+/g, ' ')).trim(),
  ) as [string, string];
  return last === '' ? { firstName: '', lastName: first } : { firstName: first, lastName: last };
}
