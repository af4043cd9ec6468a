import type { EnrolmentSource, EnrolmentStatus } from '../../domain/enrolment/enrolment.js';
import type { NoticeChoice, NoticeKind, SetKind } from '../../domain/notice/notice.js';
import type { EventType } from '../../domain/event/seance-event.js';
import type { Occupation } from '../../domain/seance/clashes.js';
import type { Origin } from '../../domain/seance/seance.js';
import type { EnrolmentMode } from '../../domain/seance/seance-content.js';
import type { Instant } from '../../domain/time/schedule.js';
import type { TimeZone } from '../../domain/time/time-zone.js';
import type { CalendarDate, ClockTime, WallTime } from '../../domain/time/wall-time.js';
import type { DeliveryFault, DeliveryState, MessageType, PauseReason } from '../../domain/webhook/webhook.js';
import type { RefreshKind } from '../../ports/seance-refresh-repository.js';

/*
 * The rows of each table, column by column, for `knex<Row>('table')`. Columns have the types of the domain: this adapter
 * alone writes them, from values that were checked on the way in.
 */

/** Of `seance`. */
export interface SeanceRow {
  id: string;
  space_id: string;
  session_id: string;
  name: string;
  name_sort: string;
  description: string;
  extra_info: string;
  search_text: string;
  start_local: WallTime;
  end_local: WallTime;
  time_zone: TimeZone;
  starts_at: Instant;
  ends_at: Instant;
  enrolment_mode: EnrolmentMode;
  enrolment_opens: WallTime | null;
  enrolment_closes: WallTime | null;
  capacity: number | null;
  capacity_sort: number;
  enrolled_count: number;
  waiting_count: number;
  comment_count: number;
  next_turn: number;
  location_id: string | null;
  online_url: string | null;
  group_id: string | null;
  group_sort: string;
  /** The engines have no booleans: 0 or 1 when it is read. */
  in_agenda: boolean | 0 | 1;
  origin: Origin;
  series_id: string | null;
  series_number: number | null;
  /** Separated by spaces. */
  own_fields: string;
  version: number;
  created_by: string;
  created_at: Instant;
  updated_at: Instant;
  deleted_at: Instant | null;
  deleted_by: string | null;
  deletion_id: string | null;
  cancelled_at: Instant | null;
  cancelled_by: string | null;
  cancelled_by_name: string | null;
  cancellation_reason: string | null;
  break_start: ClockTime | null;
  break_end: ClockTime | null;
  event_count: number;
  last_event_at: Instant | null;
  touches: number;
  /** How often what a calendar shows has changed without a new version. */
  entry_changes: number;
  entry_changed_at: Instant | null;
}

/** Of `seance_resource`. */
export interface ResourceRow {
  kind: Occupation['kind'];
  resource_id: string;
  touches: number;
}

/** Of `seance_trainer`. */
export interface TrainerRow {
  seance_id: string;
  user_id: string;
  name: string;
  position: number;
  starts_at: Instant;
  ends_at: Instant;
}

/** Of `seance_enrolment`. */
export interface EnrolmentRow {
  id: string;
  space_id: string;
  session_id: string;
  seance_id: string;
  user_id: string;
  user_name: string;
  first_name: string;
  last_name: string;
  name_sort: string;
  status: EnrolmentStatus;
  turn: number;
  source: EnrolmentSource;
  instead_of: string | null;
  requested_at: Instant;
  enrolled_at: Instant | null;
}

/** Of `seance_group`. */
export interface GroupRow {
  id: string;
  space_id: string;
  session_id: string;
  name: string;
  name_key: string;
  enrolment_limit: number;
  touches: number;
}

/** Of `seance_location`. */
export interface LocationRow {
  id: string;
  /** Empty for a copy of the host's. */
  platform_id: string;
  name: string;
  name_sort: string;
  search_text: string;
  street: string;
  street_number: string;
  box: string;
  postal_code: string;
  city: string;
  country: string;
  phone: string;
  from_host: boolean | 0 | 1;
  deleted_at: Instant | null;
}

/** Of `seance_comment`. */
export interface CommentRow {
  id: string;
  space_id: string;
  session_id: string;
  seance_id: string;
  content: string;
  author_id: string;
  author_name: string;
  announced_to: string | null;
  created_at: Instant;
  edited_at: Instant | null;
  deleted_at: Instant | null;
  version: number;
}

/** Of `seance_event`. */
export interface EventRow {
  sequence: number;
  id: string;
  space_id: string;
  session_id: string;
  seance_id: string;
  type: EventType;
  number: number | null;
  happened_at: Instant;
  actor_id: string | null;
  actor_name: string | null;
  user_id: string | null;
  user_name: string | null;
  /** JSON. */
  data: string;
  due_at: Instant | null;
  attempts: number;
  claimed_by: string | null;
  given_up_at: Instant | null;
  purged_at: Instant | null;
  /** Of the transaction that it happened in. */
  change_set: string | null;
  derive_at: Instant | null;
}

/** Of `seance_derivation`: one row, which is there to be locked. */
export interface DerivationRow {
  id: number;
  touches: number;
}

/** Of `seance_notice_set`. */
export interface NoticeSetRow {
  id: string;
  kind: SetKind;
  space_id: string;
  change_set: string | null;
  origin: string | null;
  first_at: Instant;
  last_at: Instant;
  closes_at: Instant;
  claimed_by: string | null;
  claimed_until: Instant | null;
  closed_at: Instant | null;
}

/** Of `seance_notice_item`. */
export interface NoticeItemRow {
  set_id: string;
  seance_id: string;
  user_id: string;
  session_id: string;
  series_id: string | null;
  /** JSON. */
  data: string;
}

/** Of `seance_notice`. */
export interface NoticeRow<Kind extends SetKind = SetKind> {
  id: string;
  set_id: string;
  user_id: string;
  space_id: string;
  kind: Kind;
  told_at: Instant;
  read_at: Instant | null;
  /** JSON. */
  seance_ids: string | null;
  is_daily: boolean | number;
  mail_at: Instant | null;
  mail_attempts: number;
  mail_claimed_by: string | null;
  mail_given_up_at: Instant | null;
}

/** Of `seance_notice_preference`. */
export interface NoticePreferenceRow {
  user_id: string;
  kind: NoticeKind;
  choice: NoticeChoice;
}

/** Of `seance_notice_reader`. */
export interface NoticeReaderRow {
  user_id: string;
  locale: string;
  time_zone: string;
}

/** Of `seance_notice_settings`. */
export interface NoticeSettingsRow {
  platform_id: string;
  /** JSON. */
  value: string;
}

/** Of `seance_webhook`. */
export interface WebhookRow {
  id: string;
  platform_id: string;
  url: string;
  /** JSON. */
  types: string;
  secret: string;
  previous_secret: string | null;
  previous_until: Instant | null;
  paused_at: Instant | null;
  pause_reason: PauseReason | null;
  /** An empty text for one that nothing holds. */
  held_until: Instant | '';
  claimed_by: string | null;
  created_at: Instant;
}

/** Of `seance_webhook_delivery`. */
export interface WebhookDeliveryRow {
  sequence: number;
  id: string;
  webhook_id: string;
  event_id: string;
  type: MessageType;
  /** JSON. */
  payload: string;
  state: DeliveryState;
  attempts: number;
  created_at: Instant;
  tried_at: Instant | null;
  status: number | null;
  fault: DeliveryFault | null;
  detail: string;
}

/** Of `seance_closed_day`. */
export interface ClosedDayRow {
  id: string;
  platform_id: string;
  name: string;
  starts_on: CalendarDate;
  ends_on: CalendarDate;
}

/** Of `seance_feed`. */
export interface FeedRow {
  token_hash: string;
  user_id: string;
  platform_id: string;
  user_name: string;
  locale: string;
  time_zone: string;
  created_at: Instant;
}

/** Of `seance_download`. */
export interface DownloadRow {
  id: string;
  token_hash: string;
  user_id: string;
  user_name: string;
  platform_id: string;
  locale: string;
  time_zone: string;
  path: string;
  language: string;
  expires_at: Instant;
}

/** Of `seance_refresh`. */
export interface RefreshRow {
  kind: RefreshKind;
  subject_id: string;
  /** Of a trainer; empty for a place. */
  name: string;
  run: string;
  after_id: string;
  due_at: Instant;
}

/** Of `seance_idempotency`. */
export interface AttemptRow {
  actor_id: string;
  idempotency_key: string;
  fingerprint: string;
  /** JSON; null until the attempt is completed. */
  result: string | null;
  created_at: Instant;
}

/** Of `seance_space`: a row for each space with séances that is of another platform than `''`. */
export interface SpaceRow {
  space_id: string;
  platform_id: string;
}

/** Of `seance_setting`. */
export interface SettingRow {
  platform_id: string;
  name: string;
  /** JSON. */
  value: string;
}

/** Of `seance_setting_change`. */
export interface SettingChangeRow {
  sequence: number;
  platform_id: string;
  name: string;
  /** JSON, as is `after`. */
  before: string;
  after: string;
  actor_id: string;
  actor_name: string;
  changed_at: Instant;
}
