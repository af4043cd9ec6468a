import { isUnnamed } from './people.js';
import type { ServiceProblem } from './service-token.js';
import type { LtiStore } from './store.js';
import type { CourseFacts } from './what-works.js';
import type { CourseRow } from './tables.js';

/** What is known of a course and its roster; undefined for a course that is unknown. */
export async function rosterFacts(store: LtiStore, courseId: string): Promise<CourseFacts | undefined> {
  const course = await store.knex<CourseRow>('seance_lti_space').where({ id: courseId }).first();
  if (!course) return undefined;
  const counted = (await store
    .knex('seance_lti_membership as s')
    .join('seance_lti_member as m', 'm.id', 's.member_id')
    .where({ 's.space_id': courseId, 's.is_active': true })
    .count({ people: '*', zones: 'm.time_zone' })
    .sum({
      nameless: store.knex.raw(`case when ${isUnnamed('m')} then 1 else 0 end`),
      emails: store.knex.raw("case when m.email = '' then 0 else 1 end"),
    })
    .first()) as Readonly<Record<'people' | 'zones' | 'nameless' | 'emails', number | string | null>>;
  const people = Number(counted.people);
  return {
    ...{ hasRoster: course.memberships_url !== null, readAt: course.roster_read_at },
    ...{ problem: course.roster_problem as ServiceProblem | null, leavers: course.roster_leavers },
    ...{ people, named: people - Number(counted.nameless), withEmail: Number(counted.emails) },
    ...{ withTimeZone: Number(counted.zones), startsOn: course.starts_on, endsOn: course.ends_on },
    hasGrades: course.line_items_url !== null && !isRefusal(course.grades_problem),
  };
}

/** Whether the platform says that the tool may not do what its launches say that it may. */
function isRefusal(problem: string | null): boolean {
  return problem === 'refused' || problem === 'token-refused';
}
