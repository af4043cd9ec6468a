import type { PersonalDataPart } from '../index.js';

/**
 * What the LTI host stores about people, in its own tables, as `personalData` of `plugin.json` says it of the plugin's. A
 * login that is under way names nobody whom the tool knows yet, and is forgotten after ten minutes.
 */
export const ltiPersonalData: readonly PersonalDataPart[] = [
  {
    id: 'ltiMember',
    table: 'seance_lti_member',
    person: 'id',
    order: ['id'],
    columns: [
      ...['id', 'platform_id', 'subject', 'name', 'first_name', 'last_name', 'is_named_here'],
      ...['email', 'locale', 'time_zone', 'administers_until'],
    ],
    names: ['id', 'subject', 'name', 'first_name', 'last_name', 'email'],
    whenGone: 'kept',
  },
  {
    id: 'ltiCourses',
    table: 'seance_lti_membership',
    person: 'member_id',
    order: ['space_id'],
    columns: [
      ...['space_id', 'member_id', 'is_trainer', 'is_learner', 'is_active', 'is_leaving'],
      ...['name_sort', 'name_folded', 'roster_walk', 'may_edit', 'may_enrol', 'session_until'],
    ],
    names: ['member_id', 'name_sort', 'name_folded'],
    whenGone: 'kept',
  },
  {
    id: 'ltiGrades',
    table: 'seance_lti_grade',
    person: 'member_id',
    order: ['space_id'],
    columns: ['space_id', 'member_id', 'attended', 'half_days'],
    names: ['member_id'],
    whenGone: 'kept',
  },
  {
    id: 'ltiNews',
    table: 'seance_lti_news',
    person: 'member_id',
    order: ['id'],
    columns: ['id', 'member_id', 'space_id'],
    names: ['member_id'],
    whenGone: 'kept',
  },
];
