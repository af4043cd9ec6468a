/* Rows of the tables of the LTI host, as migrations/lti has them. Engines answer 0 and 1 for what is false and true. */

/** A course of a tenant: a space, and the one session that it is attached to. */
export interface CourseRow {
  readonly id: string;
  readonly platform_id: string;
  readonly context_id: string;
  readonly name: string;
  readonly starts_on: string | null;
  readonly ends_on: string | null;
  readonly typed_starts_on: string | null;
  readonly typed_ends_on: string | null;
  readonly memberships_url: string | null;
  readonly line_items_url: string | null;
  readonly launched_at: string;
  readonly roster_read_at: string | null;
  readonly roster_whole_walk: number;
  readonly roster_walk: number;
  readonly roster_claimed_until: string | null;
  readonly roster_next_at: string;
  readonly roster_problem: string | null;
  readonly roster_leavers: number | null;
  readonly grades_wanted: number;
  readonly grades_sent: number;
  readonly grades_next_at: string | null;
  readonly grades_claimed_until: string | null;
  readonly grades_problem: string | null;
  readonly line_item_url: string | null;
}

/** The share of half-days that a platform was told of somebody. */
export interface GradeRow {
  readonly space_id: string;
  readonly member_id: string;
  readonly attended: number;
  readonly half_days: number;
}

export interface MemberRow {
  readonly id: string;
  readonly platform_id: string;
  readonly subject: string;
  readonly name: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly is_named_here: boolean | number;
  readonly email: string;
  readonly locale: string | null;
  readonly time_zone: string | null;
  readonly administers_until: string | null;
}

export interface MembershipRow {
  readonly space_id: string;
  readonly member_id: string;
  readonly is_trainer: boolean | number;
  readonly is_learner: boolean | number;
  readonly is_active: boolean | number;
  readonly is_leaving: boolean | number;
  readonly name_sort: string;
  readonly name_folded: string;
  readonly roster_walk: number | null;
  readonly may_edit: boolean | number;
  readonly may_enrol: boolean | number;
  readonly session_until: string | null;
}

/** What the plugin has not been told yet: a name, or, with a space, that somebody is no learner there any more. */
export interface NewsRow {
  readonly id: string;
  readonly member_id: string;
  readonly space_id: string | null;
}
