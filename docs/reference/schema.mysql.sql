-- Made by the migrations. Written by UPDATE_SCHEMA=1 npm test, and kept true by it.

create table seance (
  id varchar(36) collate utf8mb4_bin not null,
  space_id varchar(128) collate utf8mb4_bin not null,
  session_id varchar(128) collate utf8mb4_bin not null,
  name varchar(255) collate utf8mb4_bin not null,
  name_sort varchar(191) collate utf8mb4_bin not null,
  description mediumtext collate utf8mb4_bin not null,
  extra_info mediumtext collate utf8mb4_bin not null,
  search_text mediumtext collate utf8mb4_bin not null,
  start_local varchar(16) collate utf8mb4_bin not null,
  end_local varchar(16) collate utf8mb4_bin not null,
  time_zone varchar(64) collate utf8mb4_bin not null,
  starts_at varchar(20) collate utf8mb4_bin not null,
  ends_at varchar(20) collate utf8mb4_bin not null,
  enrolment_mode varchar(16) collate utf8mb4_bin not null,
  capacity int,
  capacity_sort int not null,
  enrolled_count int not null default '0',
  waiting_count int not null default '0',
  location_id varchar(128) collate utf8mb4_bin,
  group_id varchar(36) collate utf8mb4_bin,
  group_sort varchar(191) collate utf8mb4_bin not null,
  in_agenda tinyint(1) not null,
  origin varchar(16) collate utf8mb4_bin not null,
  version int not null,
  created_by varchar(128) collate utf8mb4_bin not null,
  created_at varchar(20) collate utf8mb4_bin not null,
  updated_at varchar(20) collate utf8mb4_bin not null,
  deleted_at varchar(20) collate utf8mb4_bin,
  deleted_by varchar(128) collate utf8mb4_bin,
  series_id varchar(36) collate utf8mb4_bin,
  series_number int,
  own_fields varchar(255) collate utf8mb4_bin not null default '',
  next_turn int not null default '1',
  comment_count int not null default '0',
  deletion_id varchar(36) collate utf8mb4_bin,
  event_count int not null default '0',
  last_event_at varchar(20) collate utf8mb4_bin,
  touches int not null default '0',
  entry_changes int not null default '0',
  entry_changed_at varchar(20) collate utf8mb4_bin,
  online_url varchar(2000) collate utf8mb4_bin,
  cancelled_at varchar(20) collate utf8mb4_bin,
  cancelled_by varchar(128) collate utf8mb4_bin,
  cancelled_by_name varchar(255) collate utf8mb4_bin,
  cancellation_reason varchar(500) collate utf8mb4_bin,
  enrolment_opens varchar(16) collate utf8mb4_bin,
  enrolment_closes varchar(16) collate utf8mb4_bin,
  break_start varchar(5) collate utf8mb4_bin,
  break_end varchar(5) collate utf8mb4_bin,
  primary key (id),
  index seance_at_location (location_id, ends_at, starts_at),
  index seance_by_capacity (space_id, session_id, deleted_at, capacity_sort, starts_at, id),
  index seance_by_day (start_local, id),
  index seance_by_end (space_id, session_id, deleted_at, ends_at, starts_at, id),
  index seance_by_group (space_id, session_id, deleted_at, group_sort, starts_at, id),
  index seance_by_mode (space_id, session_id, deleted_at, enrolment_mode, starts_at, id),
  index seance_by_name (space_id, session_id, deleted_at, name_sort, starts_at, id),
  index seance_by_start (space_id, session_id, deleted_at, starts_at, id),
  index seance_deleted (deleted_at, id),
  index seance_of_deletion (space_id, deletion_id),
  index seance_of_group (group_id),
  index seance_of_series (space_id, series_id, starts_at, id),
  index seance_of_session (session_id, id),
  index seance_to_remind (cancelled_at, deleted_at, starts_at),
  index seance_with_queue (waiting_count, id)
);

create table seance_attendance_entry (
  seance_id varchar(36) collate utf8mb4_bin not null,
  slot int not null,
  number int not null,
  kind varchar(10) collate utf8mb4_bin not null,
  user_id varchar(128) collate utf8mb4_bin not null,
  user_name varchar(255) collate utf8mb4_bin not null,
  by_id varchar(128) collate utf8mb4_bin not null,
  by_name varchar(255) collate utf8mb4_bin not null,
  mark varchar(10) collate utf8mb4_bin,
  minutes int,
  note varchar(500) collate utf8mb4_bin not null,
  source varchar(5) collate utf8mb4_bin not null,
  at varchar(20) collate utf8mb4_bin not null,
  written_at varchar(20) collate utf8mb4_bin not null,
  is_clock_wrong tinyint(1) not null,
  is_signed tinyint(1) not null,
  signature text collate utf8mb4_bin,
  device varchar(64) collate utf8mb4_bin not null,
  ticket varchar(64) collate utf8mb4_bin not null,
  user_salt varchar(64) collate utf8mb4_bin,
  user_commitment varchar(64) collate utf8mb4_bin not null,
  by_salt varchar(64) collate utf8mb4_bin,
  by_commitment varchar(64) collate utf8mb4_bin not null,
  hash varchar(64) collate utf8mb4_bin not null,
  primary key (seance_id, slot, number),
  index seance_attendance_entry_by (by_id),
  index seance_attendance_entry_of_user (user_id, seance_id, slot)
);

create table seance_attendance_gone (
  user_id varchar(128) collate utf8mb4_bin not null,
  gone_at varchar(20) collate utf8mb4_bin not null,
  primary key (user_id)
);

create table seance_attendance_slot (
  seance_id varchar(36) collate utf8mb4_bin not null,
  slot int not null,
  space_id varchar(128) collate utf8mb4_bin not null,
  session_id varchar(128) collate utf8mb4_bin not null,
  start_local varchar(16) collate utf8mb4_bin not null,
  end_local varchar(16) collate utf8mb4_bin not null,
  time_zone varchar(64) collate utf8mb4_bin not null,
  starts_at varchar(20) collate utf8mb4_bin not null,
  ends_at varchar(20) collate utf8mb4_bin not null,
  minutes int not null,
  roster_at varchar(20) collate utf8mb4_bin,
  mark_count int not null default '0',
  closed_at varchar(20) collate utf8mb4_bin,
  is_signed tinyint(1) not null default '0',
  entry_count int not null default '0',
  last_hash varchar(64) collate utf8mb4_bin not null,
  code_letters varchar(4) collate utf8mb4_bin,
  code_secret varchar(64) collate utf8mb4_bin,
  check_in_until varchar(20) collate utf8mb4_bin,
  wrong_step int not null default '0',
  wrong_codes int not null default '0',
  stamp int,
  primary key (seance_id, slot),
  index seance_attendance_slot_closed (closed_at, seance_id, slot),
  unique index seance_attendance_slot_of_code (code_letters),
  index seance_attendance_slot_of_session (session_id, space_id, start_local),
  index seance_attendance_slot_to_list (roster_at, starts_at),
  index seance_attendance_slot_to_stamp (stamp, closed_at)
);

create table seance_attendance_stamp (
  number int not null,
  content mediumtext collate utf8mb4_bin not null,
  digest varchar(64) collate utf8mb4_bin not null,
  created_at varchar(20) collate utf8mb4_bin not null,
  token mediumtext collate utf8mb4_bin,
  stamped_at varchar(20) collate utf8mb4_bin,
  claimed_by varchar(36) collate utf8mb4_bin,
  claimed_until varchar(20) collate utf8mb4_bin not null,
  fault varchar(300) collate utf8mb4_bin not null,
  primary key (number)
);

create table seance_closed_day (
  id varchar(36) collate utf8mb4_bin not null,
  name varchar(255) collate utf8mb4_bin not null,
  starts_on varchar(10) collate utf8mb4_bin not null,
  ends_on varchar(10) collate utf8mb4_bin not null,
  platform_id varchar(128) collate utf8mb4_bin not null default '',
  primary key (id),
  index seance_closed_day_ending (platform_id, ends_on, starts_on),
  index seance_closed_day_starting (platform_id, starts_on, id)
);

create table seance_comment (
  id varchar(36) collate utf8mb4_bin not null,
  space_id varchar(128) collate utf8mb4_bin not null,
  session_id varchar(128) collate utf8mb4_bin not null,
  seance_id varchar(36) collate utf8mb4_bin not null,
  content mediumtext collate utf8mb4_bin not null,
  author_id varchar(128) collate utf8mb4_bin not null,
  author_name varchar(255) collate utf8mb4_bin not null,
  created_at varchar(20) collate utf8mb4_bin not null,
  edited_at varchar(20) collate utf8mb4_bin,
  deleted_at varchar(20) collate utf8mb4_bin,
  version int not null default '1',
  announced_to varchar(64) collate utf8mb4_bin,
  primary key (id),
  index seance_comment_by (author_id),
  index seance_comment_deleted (deleted_at),
  index seance_comment_of_seance (space_id, seance_id, deleted_at, created_at, id)
);

create table seance_derivation (
  id int not null,
  touches int not null default '0',
  primary key (id)
);

create table seance_download (
  id varchar(36) collate utf8mb4_bin not null,
  token_hash varchar(64) collate utf8mb4_bin not null,
  user_id varchar(128) collate utf8mb4_bin not null,
  user_name varchar(255) collate utf8mb4_bin not null,
  platform_id varchar(128) collate utf8mb4_bin not null default '',
  locale varchar(64) collate utf8mb4_bin not null,
  time_zone varchar(64) collate utf8mb4_bin not null,
  path text collate utf8mb4_bin not null,
  language varchar(16) collate utf8mb4_bin not null,
  expires_at varchar(20) collate utf8mb4_bin not null,
  primary key (id),
  index seance_download_by_age (expires_at),
  unique index seance_download_of_token (token_hash)
);

create table seance_enrolment (
  id varchar(36) collate utf8mb4_bin not null,
  space_id varchar(128) collate utf8mb4_bin not null,
  session_id varchar(128) collate utf8mb4_bin not null,
  seance_id varchar(36) collate utf8mb4_bin not null,
  user_id varchar(128) collate utf8mb4_bin not null,
  user_name varchar(255) collate utf8mb4_bin not null,
  first_name varchar(255) collate utf8mb4_bin not null,
  last_name varchar(255) collate utf8mb4_bin not null,
  name_sort varchar(191) collate utf8mb4_bin not null,
  status varchar(16) collate utf8mb4_bin not null,
  turn int not null,
  source varchar(16) collate utf8mb4_bin not null,
  instead_of varchar(36) collate utf8mb4_bin,
  requested_at varchar(20) collate utf8mb4_bin not null,
  enrolled_at varchar(20) collate utf8mb4_bin,
  primary key (id),
  index seance_enrolment_by_name (seance_id, status, name_sort, id),
  index seance_enrolment_of_session (space_id, session_id),
  index seance_enrolment_of_user (user_id, session_id, seance_id),
  unique index seance_enrolment_once (seance_id, user_id),
  index seance_enrolment_queue (seance_id, status, turn)
);

create table seance_event (
  sequence bigint unsigned not null,
  id varchar(36) collate utf8mb4_bin not null,
  space_id varchar(128) collate utf8mb4_bin not null,
  session_id varchar(128) collate utf8mb4_bin not null,
  seance_id varchar(36) collate utf8mb4_bin not null,
  type varchar(64) collate utf8mb4_bin not null,
  happened_at varchar(20) collate utf8mb4_bin not null,
  actor_id varchar(128) collate utf8mb4_bin,
  actor_name varchar(255) collate utf8mb4_bin,
  user_id varchar(128) collate utf8mb4_bin,
  user_name varchar(255) collate utf8mb4_bin,
  data mediumtext collate utf8mb4_bin not null,
  due_at varchar(20) collate utf8mb4_bin,
  attempts int not null default '0',
  given_up_at varchar(20) collate utf8mb4_bin,
  purged_at varchar(20) collate utf8mb4_bin,
  number int,
  claimed_by varchar(36) collate utf8mb4_bin,
  change_set varchar(36) collate utf8mb4_bin,
  derive_at varchar(20) collate utf8mb4_bin,
  primary key (sequence),
  index seance_event_about (user_id),
  index seance_event_by (actor_id),
  index seance_event_due (due_at, sequence),
  index seance_event_given_up (given_up_at, sequence),
  index seance_event_in_order (space_id, seance_id, happened_at, number, sequence),
  index seance_event_purged (purged_at, sequence),
  index seance_event_to_derive (derive_at, sequence)
);

create table seance_feed (
  token_hash varchar(64) collate utf8mb4_bin not null,
  user_id varchar(128) collate utf8mb4_bin not null,
  user_name varchar(255) collate utf8mb4_bin not null,
  locale varchar(64) collate utf8mb4_bin not null,
  time_zone varchar(64) collate utf8mb4_bin not null,
  created_at varchar(20) collate utf8mb4_bin not null,
  platform_id varchar(128) collate utf8mb4_bin not null default '',
  primary key (token_hash),
  unique index seance_feed_of_user (user_id)
);

create table seance_group (
  id varchar(36) collate utf8mb4_bin not null,
  space_id varchar(128) collate utf8mb4_bin not null,
  session_id varchar(128) collate utf8mb4_bin not null,
  name varchar(255) collate utf8mb4_bin not null,
  name_key varchar(255) collate utf8mb4_bin not null,
  enrolment_limit int not null,
  touches int not null default '0',
  primary key (id),
  unique index seance_group_by_name (space_id, session_id, name_key)
);

create table seance_idempotency (
  actor_id varchar(128) collate utf8mb4_bin not null,
  idempotency_key varchar(255) collate utf8mb4_bin not null,
  fingerprint varchar(64) collate utf8mb4_bin not null,
  result mediumtext collate utf8mb4_bin,
  created_at varchar(20) collate utf8mb4_bin not null,
  primary key (actor_id, idempotency_key),
  index seance_idempotency_by_age (created_at)
);

create table seance_location (
  id varchar(128) collate utf8mb4_bin not null,
  name varchar(255) collate utf8mb4_bin not null,
  name_sort varchar(191) collate utf8mb4_bin not null,
  search_text text collate utf8mb4_bin not null,
  street varchar(255) collate utf8mb4_bin not null,
  street_number varchar(255) collate utf8mb4_bin not null,
  box varchar(255) collate utf8mb4_bin not null,
  postal_code varchar(255) collate utf8mb4_bin not null,
  city varchar(255) collate utf8mb4_bin not null,
  country varchar(255) collate utf8mb4_bin not null,
  phone varchar(255) collate utf8mb4_bin not null,
  from_host tinyint(1) not null,
  deleted_at varchar(20) collate utf8mb4_bin,
  platform_id varchar(128) collate utf8mb4_bin not null default '',
  primary key (id),
  index seance_location_of_platform (platform_id, from_host, name_sort, id)
);

create table seance_notice (
  id varchar(36) collate utf8mb4_bin not null,
  set_id varchar(36) collate utf8mb4_bin not null,
  user_id varchar(128) collate utf8mb4_bin not null,
  space_id varchar(128) collate utf8mb4_bin not null,
  kind varchar(16) collate utf8mb4_bin not null,
  told_at varchar(20) collate utf8mb4_bin not null,
  read_at varchar(20) collate utf8mb4_bin,
  seance_ids mediumtext collate utf8mb4_bin,
  is_daily tinyint(1) not null default '0',
  mail_at varchar(20) collate utf8mb4_bin,
  mail_attempts int not null default '0',
  mail_claimed_by varchar(36) collate utf8mb4_bin,
  mail_given_up_at varchar(20) collate utf8mb4_bin,
  primary key (id),
  index seance_notice_of_user (user_id, told_at, id),
  unique index seance_notice_once (set_id, user_id),
  index seance_notice_to_mail (mail_at, id),
  index seance_notice_unread (user_id, read_at, told_at)
);

create table seance_notice_item (
  set_id varchar(36) collate utf8mb4_bin not null,
  seance_id varchar(36) collate utf8mb4_bin not null,
  user_id varchar(128) collate utf8mb4_bin not null default '',
  session_id varchar(128) collate utf8mb4_bin not null,
  series_id varchar(36) collate utf8mb4_bin,
  data mediumtext collate utf8mb4_bin not null,
  primary key (set_id, seance_id, user_id),
  index seance_notice_item_of_seance (seance_id, set_id),
  index seance_notice_item_of_series (series_id, set_id),
  index seance_notice_item_of_user (user_id, set_id)
);

create table seance_notice_preference (
  user_id varchar(128) collate utf8mb4_bin not null,
  kind varchar(16) collate utf8mb4_bin not null,
  choice varchar(8) collate utf8mb4_bin not null,
  primary key (user_id, kind)
);

create table seance_notice_reader (
  user_id varchar(128) collate utf8mb4_bin not null,
  locale varchar(35) collate utf8mb4_bin not null,
  time_zone varchar(64) collate utf8mb4_bin not null,
  primary key (user_id)
);

create table seance_notice_set (
  id varchar(36) collate utf8mb4_bin not null,
  kind varchar(16) collate utf8mb4_bin not null,
  space_id varchar(128) collate utf8mb4_bin not null,
  change_set varchar(36) collate utf8mb4_bin,
  origin varchar(191) collate utf8mb4_bin,
  first_at varchar(20) collate utf8mb4_bin not null,
  last_at varchar(20) collate utf8mb4_bin not null,
  closes_at varchar(20) collate utf8mb4_bin not null,
  claimed_by varchar(36) collate utf8mb4_bin,
  claimed_until varchar(20) collate utf8mb4_bin,
  closed_at varchar(20) collate utf8mb4_bin,
  primary key (id),
  index seance_notice_set_of_change (change_set),
  unique index seance_notice_set_once (origin),
  index seance_notice_set_to_close (closed_at, closes_at, id)
);

create table seance_notice_settings (
  platform_id varchar(128) collate utf8mb4_bin not null,
  value mediumtext collate utf8mb4_bin not null,
  primary key (platform_id)
);

create table seance_refresh (
  kind varchar(16) collate utf8mb4_bin not null,
  subject_id varchar(128) collate utf8mb4_bin not null,
  name varchar(255) collate utf8mb4_bin not null,
  run varchar(36) collate utf8mb4_bin not null,
  after_id varchar(36) collate utf8mb4_bin not null,
  due_at varchar(20) collate utf8mb4_bin not null,
  primary key (kind, subject_id)
);

create table seance_resource (
  kind varchar(16) collate utf8mb4_bin not null,
  resource_id varchar(128) collate utf8mb4_bin not null,
  touches int not null,
  primary key (kind, resource_id)
);

create table seance_running_version (
  version varchar(64) collate utf8mb4_bin not null,
  seen_at varchar(20) collate utf8mb4_bin not null,
  primary key (version)
);

create table seance_setting (
  platform_id varchar(128) collate utf8mb4_bin not null default '',
  name varchar(64) collate utf8mb4_bin not null,
  value text collate utf8mb4_bin not null,
  primary key (platform_id, name)
);

create table seance_setting_change (
  sequence bigint unsigned not null,
  name varchar(64) collate utf8mb4_bin not null,
  before text collate utf8mb4_bin not null,
  after text collate utf8mb4_bin not null,
  actor_id varchar(128) collate utf8mb4_bin not null,
  actor_name varchar(255) collate utf8mb4_bin not null,
  changed_at varchar(20) collate utf8mb4_bin not null,
  platform_id varchar(128) collate utf8mb4_bin not null default '',
  primary key (sequence),
  index seance_setting_change_by (actor_id),
  index seance_setting_change_of_platform (platform_id, sequence)
);

create table seance_space (
  space_id varchar(128) collate utf8mb4_bin not null,
  platform_id varchar(128) collate utf8mb4_bin not null,
  primary key (space_id),
  index seance_space_of_platform (platform_id)
);

create table seance_trainer (
  seance_id varchar(36) collate utf8mb4_bin not null,
  user_id varchar(128) collate utf8mb4_bin not null,
  name varchar(255) collate utf8mb4_bin not null,
  position int not null,
  starts_at varchar(20) collate utf8mb4_bin not null,
  ends_at varchar(20) collate utf8mb4_bin not null,
  primary key (seance_id, user_id),
  index seance_trainer_by_time (user_id, ends_at, starts_at, seance_id)
);

create table seance_unsubscription (
  token_hash varchar(64) collate utf8mb4_bin not null,
  user_id varchar(128) collate utf8mb4_bin not null,
  platform_id varchar(128) collate utf8mb4_bin not null,
  mail varchar(16) collate utf8mb4_bin not null,
  locale varchar(35) collate utf8mb4_bin not null,
  created_at varchar(20) collate utf8mb4_bin not null,
  primary key (token_hash),
  index seance_unsubscription_by_age (created_at),
  index seance_unsubscription_of_user (user_id)
);

create table seance_webhook (
  id varchar(36) collate utf8mb4_bin not null,
  platform_id varchar(128) collate utf8mb4_bin not null,
  url text collate utf8mb4_bin not null,
  types text collate utf8mb4_bin not null,
  secret varchar(64) collate utf8mb4_bin not null,
  previous_secret varchar(64) collate utf8mb4_bin,
  previous_until varchar(20) collate utf8mb4_bin,
  paused_at varchar(20) collate utf8mb4_bin,
  pause_reason varchar(16) collate utf8mb4_bin,
  held_until varchar(20) collate utf8mb4_bin not null default '',
  claimed_by varchar(36) collate utf8mb4_bin,
  created_at varchar(20) collate utf8mb4_bin not null,
  primary key (id),
  index seance_webhook_of_platform (platform_id, created_at, id)
);

create table seance_webhook_delivery (
  sequence bigint unsigned not null,
  id varchar(36) collate utf8mb4_bin not null,
  webhook_id varchar(36) collate utf8mb4_bin not null,
  event_id varchar(36) collate utf8mb4_bin not null,
  type varchar(64) collate utf8mb4_bin not null,
  payload mediumtext collate utf8mb4_bin not null,
  state varchar(16) collate utf8mb4_bin not null,
  attempts int not null default '0',
  created_at varchar(20) collate utf8mb4_bin not null,
  tried_at varchar(20) collate utf8mb4_bin,
  status int,
  fault varchar(16) collate utf8mb4_bin,
  detail varchar(255) collate utf8mb4_bin not null default '',
  primary key (sequence),
  index seance_webhook_delivery_by_age (created_at),
  unique index seance_webhook_delivery_id (id),
  index seance_webhook_delivery_of_state (webhook_id, state, sequence),
  index seance_webhook_delivery_of_webhook (webhook_id, sequence),
  unique index seance_webhook_delivery_once (webhook_id, event_id)
);
