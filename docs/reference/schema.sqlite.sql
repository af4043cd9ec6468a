-- Made by the migrations. Written by UPDATE_SCHEMA=1 npm test, and kept true by it.

create table seance (
  id varchar(36),
  space_id varchar(128) not null,
  session_id varchar(128) not null,
  name varchar(255) not null,
  name_sort varchar(191) not null,
  description text not null,
  extra_info text not null,
  search_text text not null,
  start_local varchar(16) not null,
  end_local varchar(16) not null,
  time_zone varchar(64) not null,
  starts_at varchar(20) not null,
  ends_at varchar(20) not null,
  enrolment_mode varchar(16) not null,
  capacity integer,
  capacity_sort integer not null,
  enrolled_count integer not null default '0',
  waiting_count integer not null default '0',
  location_id varchar(128),
  group_id varchar(36),
  group_sort varchar(191) not null,
  in_agenda boolean not null,
  origin varchar(16) not null,
  version integer not null,
  created_by varchar(128) not null,
  created_at varchar(20) not null,
  updated_at varchar(20) not null,
  deleted_at varchar(20),
  deleted_by varchar(128),
  series_id varchar(36),
  series_number integer,
  own_fields varchar(255) not null default '',
  next_turn integer not null default '1',
  comment_count integer not null default '0',
  deletion_id varchar(36),
  event_count integer not null default '0',
  last_event_at varchar(20),
  touches integer not null default '0',
  entry_changes integer not null default '0',
  entry_changed_at varchar(20),
  online_url varchar(2000),
  cancelled_at varchar(20),
  cancelled_by varchar(128),
  cancelled_by_name varchar(255),
  cancellation_reason varchar(500),
  enrolment_opens varchar(16),
  enrolment_closes varchar(16),
  break_start varchar(5),
  break_end varchar(5),
  primary key (id)
);
create index seance_at_location on seance (location_id, ends_at, starts_at);
create index seance_by_capacity on seance (space_id, session_id, deleted_at, capacity_sort, starts_at, id);
create index seance_by_day on seance (start_local, id);
create index seance_by_end on seance (space_id, session_id, deleted_at, ends_at, starts_at, id);
create index seance_by_group on seance (space_id, session_id, deleted_at, group_sort, starts_at, id);
create index seance_by_mode on seance (space_id, session_id, deleted_at, enrolment_mode, starts_at, id);
create index seance_by_name on seance (space_id, session_id, deleted_at, name_sort, starts_at, id);
create index seance_by_start on seance (space_id, session_id, deleted_at, starts_at, id);
create index seance_deleted on seance (deleted_at, id);
create index seance_of_deletion on seance (space_id, deletion_id);
create index seance_of_group on seance (group_id);
create index seance_of_series on seance (space_id, series_id, starts_at, id);
create index seance_of_session on seance (session_id, id);
create index seance_to_remind on seance (cancelled_at, deleted_at, starts_at);
create index seance_with_queue on seance (waiting_count, id);

create table seance_attendance_entry (
  seance_id varchar(36) not null,
  slot integer not null,
  number integer not null,
  kind varchar(10) not null,
  user_id varchar(128) not null,
  user_name varchar(255) not null,
  by_id varchar(128) not null,
  by_name varchar(255) not null,
  mark varchar(10),
  minutes integer,
  note varchar(500) not null,
  source varchar(5) not null,
  at varchar(20) not null,
  written_at varchar(20) not null,
  is_clock_wrong boolean not null,
  is_signed boolean not null,
  signature text,
  device varchar(64) not null,
  ticket varchar(64) not null,
  user_salt varchar(64),
  user_commitment varchar(64) not null,
  by_salt varchar(64),
  by_commitment varchar(64) not null,
  hash varchar(64) not null,
  primary key (seance_id, slot, number)
);
create index seance_attendance_entry_by on seance_attendance_entry (by_id);
create index seance_attendance_entry_of_user on seance_attendance_entry (user_id, seance_id, slot);

create table seance_attendance_gone (
  user_id varchar(128) not null,
  gone_at varchar(20) not null,
  primary key (user_id)
);

create table seance_attendance_slot (
  seance_id varchar(36) not null,
  slot integer not null,
  space_id varchar(128) not null,
  session_id varchar(128) not null,
  start_local varchar(16) not null,
  end_local varchar(16) not null,
  time_zone varchar(64) not null,
  starts_at varchar(20) not null,
  ends_at varchar(20) not null,
  minutes integer not null,
  roster_at varchar(20),
  mark_count integer not null default '0',
  closed_at varchar(20),
  is_signed boolean not null default '0',
  entry_count integer not null default '0',
  last_hash varchar(64) not null,
  code_letters varchar(4),
  code_secret varchar(64),
  check_in_until varchar(20),
  wrong_step integer not null default '0',
  wrong_codes integer not null default '0',
  stamp integer,
  primary key (seance_id, slot)
);
create index seance_attendance_slot_closed on seance_attendance_slot (closed_at, seance_id, slot);
create unique index seance_attendance_slot_of_code on seance_attendance_slot (code_letters);
create index seance_attendance_slot_of_session on seance_attendance_slot (session_id, space_id, start_local);
create index seance_attendance_slot_to_list on seance_attendance_slot (roster_at, starts_at);
create index seance_attendance_slot_to_stamp on seance_attendance_slot (stamp, closed_at);

create table seance_attendance_stamp (
  number integer not null,
  content text not null,
  digest varchar(64) not null,
  created_at varchar(20) not null,
  token text,
  stamped_at varchar(20),
  claimed_by varchar(36),
  claimed_until varchar(20) not null,
  fault varchar(300) not null,
  primary key (number)
);

create table seance_closed_day (
  id varchar(36),
  name varchar(255) not null,
  starts_on varchar(10) not null,
  ends_on varchar(10) not null,
  platform_id varchar(128) not null default '',
  primary key (id)
);
create index seance_closed_day_ending on seance_closed_day (platform_id, ends_on, starts_on);
create index seance_closed_day_starting on seance_closed_day (platform_id, starts_on, id);

create table seance_comment (
  id varchar(36),
  space_id varchar(128) not null,
  session_id varchar(128) not null,
  seance_id varchar(36) not null,
  content text not null,
  author_id varchar(128) not null,
  author_name varchar(255) not null,
  created_at varchar(20) not null,
  edited_at varchar(20),
  deleted_at varchar(20),
  version integer not null default '1',
  announced_to varchar(64),
  primary key (id)
);
create index seance_comment_by on seance_comment (author_id);
create index seance_comment_deleted on seance_comment (deleted_at);
create index seance_comment_of_seance on seance_comment (space_id, seance_id, deleted_at, created_at, id);

create table seance_derivation (
  id integer,
  touches integer not null default '0',
  primary key (id)
);

create table seance_download (
  id varchar(36),
  token_hash varchar(64) not null,
  user_id varchar(128) not null,
  user_name varchar(255) not null,
  platform_id varchar(128) not null default '',
  locale varchar(64) not null,
  time_zone varchar(64) not null,
  path text not null,
  language varchar(16) not null,
  expires_at varchar(20) not null,
  primary key (id)
);
create index seance_download_by_age on seance_download (expires_at);
create unique index seance_download_of_token on seance_download (token_hash);

create table seance_enrolment (
  id varchar(36),
  space_id varchar(128) not null,
  session_id varchar(128) not null,
  seance_id varchar(36) not null,
  user_id varchar(128) not null,
  user_name varchar(255) not null,
  first_name varchar(255) not null,
  last_name varchar(255) not null,
  name_sort varchar(191) not null,
  status varchar(16) not null,
  turn integer not null,
  source varchar(16) not null,
  instead_of varchar(36),
  requested_at varchar(20) not null,
  enrolled_at varchar(20),
  primary key (id)
);
create index seance_enrolment_by_name on seance_enrolment (seance_id, status, name_sort, id);
create index seance_enrolment_of_session on seance_enrolment (space_id, session_id);
create index seance_enrolment_of_user on seance_enrolment (user_id, session_id, seance_id);
create unique index seance_enrolment_once on seance_enrolment (seance_id, user_id);
create index seance_enrolment_queue on seance_enrolment (seance_id, status, turn);

create table seance_event (
  sequence integer not null primary key autoincrement,
  id varchar(36) not null,
  space_id varchar(128) not null,
  session_id varchar(128) not null,
  seance_id varchar(36) not null,
  type varchar(64) not null,
  happened_at varchar(20) not null,
  actor_id varchar(128),
  actor_name varchar(255),
  user_id varchar(128),
  user_name varchar(255),
  data text not null,
  due_at varchar(20),
  attempts integer not null default '0',
  given_up_at varchar(20),
  purged_at varchar(20),
  number integer,
  claimed_by varchar(36),
  change_set varchar(36),
  derive_at varchar(20)
);
create index seance_event_about on seance_event (user_id);
create index seance_event_by on seance_event (actor_id);
create index seance_event_due on seance_event (due_at, sequence);
create index seance_event_given_up on seance_event (given_up_at, sequence);
create index seance_event_in_order on seance_event (space_id, seance_id, happened_at, number, sequence);
create index seance_event_purged on seance_event (purged_at, sequence);
create index seance_event_to_derive on seance_event (derive_at, sequence);

create table seance_feed (
  token_hash varchar(64),
  user_id varchar(128) not null,
  user_name varchar(255) not null,
  locale varchar(64) not null,
  time_zone varchar(64) not null,
  created_at varchar(20) not null,
  platform_id varchar(128) not null default '',
  primary key (token_hash)
);
create unique index seance_feed_of_user on seance_feed (user_id);

create table seance_group (
  id varchar(36),
  space_id varchar(128) not null,
  session_id varchar(128) not null,
  name varchar(255) not null,
  name_key varchar(255) not null,
  enrolment_limit integer not null,
  touches integer not null default '0',
  primary key (id)
);
create unique index seance_group_by_name on seance_group (space_id, session_id, name_key);

create table seance_idempotency (
  actor_id varchar(128) not null,
  idempotency_key varchar(255) not null,
  fingerprint varchar(64) not null,
  result text,
  created_at varchar(20) not null,
  primary key (actor_id, idempotency_key)
);
create index seance_idempotency_by_age on seance_idempotency (created_at);

create table seance_location (
  id varchar(128),
  name varchar(255) not null,
  name_sort varchar(191) not null,
  search_text text not null,
  street varchar(255) not null,
  street_number varchar(255) not null,
  box varchar(255) not null,
  postal_code varchar(255) not null,
  city varchar(255) not null,
  country varchar(255) not null,
  phone varchar(255) not null,
  from_host boolean not null,
  deleted_at varchar(20),
  platform_id varchar(128) not null default '',
  primary key (id)
);
create index seance_location_of_platform on seance_location (platform_id, from_host, name_sort, id);

create table seance_notice (
  id varchar(36),
  set_id varchar(36) not null,
  user_id varchar(128) not null,
  space_id varchar(128) not null,
  kind varchar(16) not null,
  told_at varchar(20) not null,
  read_at varchar(20),
  seance_ids text,
  is_daily boolean not null default '0',
  mail_at varchar(20),
  mail_attempts integer not null default '0',
  mail_claimed_by varchar(36),
  mail_given_up_at varchar(20),
  primary key (id)
);
create index seance_notice_of_user on seance_notice (user_id, told_at, id);
create unique index seance_notice_once on seance_notice (set_id, user_id);
create index seance_notice_to_mail on seance_notice (mail_at, id);
create index seance_notice_unread on seance_notice (user_id, read_at, told_at);

create table seance_notice_item (
  set_id varchar(36) not null,
  seance_id varchar(36) not null,
  user_id varchar(128) not null default '',
  session_id varchar(128) not null,
  series_id varchar(36),
  data text not null,
  primary key (set_id, seance_id, user_id)
);
create index seance_notice_item_of_seance on seance_notice_item (seance_id, set_id);
create index seance_notice_item_of_series on seance_notice_item (series_id, set_id);
create index seance_notice_item_of_user on seance_notice_item (user_id, set_id);

create table seance_notice_preference (
  user_id varchar(128) not null,
  kind varchar(16) not null,
  choice varchar(8) not null,
  primary key (user_id, kind)
);

create table seance_notice_reader (
  user_id varchar(128),
  locale varchar(35) not null,
  time_zone varchar(64) not null,
  primary key (user_id)
);

create table seance_notice_set (
  id varchar(36),
  kind varchar(16) not null,
  space_id varchar(128) not null,
  change_set varchar(36),
  origin varchar(191),
  first_at varchar(20) not null,
  last_at varchar(20) not null,
  closes_at varchar(20) not null,
  claimed_by varchar(36),
  claimed_until varchar(20),
  closed_at varchar(20),
  primary key (id)
);
create index seance_notice_set_of_change on seance_notice_set (change_set);
create unique index seance_notice_set_once on seance_notice_set (origin);
create index seance_notice_set_to_close on seance_notice_set (closed_at, closes_at, id);

create table seance_notice_settings (
  platform_id varchar(128),
  value text not null,
  primary key (platform_id)
);

create table seance_refresh (
  kind varchar(16) not null,
  subject_id varchar(128) not null,
  name varchar(255) not null,
  run varchar(36) not null,
  after_id varchar(36) not null,
  due_at varchar(20) not null,
  primary key (kind, subject_id)
);

create table seance_resource (
  kind varchar(16) not null,
  resource_id varchar(128) not null,
  touches integer not null,
  primary key (kind, resource_id)
);

create table seance_running_version (
  version varchar(64) not null,
  seen_at varchar(20) not null,
  primary key (version)
);

create table seance_setting (
  platform_id varchar(128) not null default '',
  name varchar(64),
  value text not null,
  primary key (platform_id, name)
);

create table seance_setting_change (
  sequence integer not null primary key autoincrement,
  name varchar(64) not null,
  before text not null,
  after text not null,
  actor_id varchar(128) not null,
  actor_name varchar(255) not null,
  changed_at varchar(20) not null,
  platform_id varchar(128) not null default ''
);
create index seance_setting_change_by on seance_setting_change (actor_id);
create index seance_setting_change_of_platform on seance_setting_change (platform_id, sequence);

create table seance_space (
  space_id varchar(128) not null,
  platform_id varchar(128) not null,
  primary key (space_id)
);
create index seance_space_of_platform on seance_space (platform_id);

create table seance_trainer (
  seance_id varchar(36) not null,
  user_id varchar(128) not null,
  name varchar(255) not null,
  position integer not null,
  starts_at varchar(20) not null,
  ends_at varchar(20) not null,
  primary key (seance_id, user_id)
);
create index seance_trainer_by_time on seance_trainer (user_id, ends_at, starts_at, seance_id);

create table seance_unsubscription (
  token_hash varchar(64),
  user_id varchar(128) not null,
  platform_id varchar(128) not null,
  mail varchar(16) not null,
  locale varchar(35) not null,
  created_at varchar(20) not null,
  primary key (token_hash)
);
create index seance_unsubscription_by_age on seance_unsubscription (created_at);
create index seance_unsubscription_of_user on seance_unsubscription (user_id);

create table seance_webhook (
  id varchar(36),
  platform_id varchar(128) not null,
  url text not null,
  types text not null,
  secret varchar(64) not null,
  previous_secret varchar(64),
  previous_until varchar(20),
  paused_at varchar(20),
  pause_reason varchar(16),
  held_until varchar(20) not null default '',
  claimed_by varchar(36),
  created_at varchar(20) not null,
  primary key (id)
);
create index seance_webhook_of_platform on seance_webhook (platform_id, created_at, id);

create table seance_webhook_delivery (
  sequence integer not null primary key autoincrement,
  id varchar(36) not null,
  webhook_id varchar(36) not null,
  event_id varchar(36) not null,
  type varchar(64) not null,
  payload text not null,
  state varchar(16) not null,
  attempts integer not null default '0',
  created_at varchar(20) not null,
  tried_at varchar(20),
  status integer,
  fault varchar(16),
  detail varchar(255) not null default ''
);
create index seance_webhook_delivery_by_age on seance_webhook_delivery (created_at);
create unique index seance_webhook_delivery_id on seance_webhook_delivery (id);
create index seance_webhook_delivery_of_state on seance_webhook_delivery (webhook_id, state, sequence);
create index seance_webhook_delivery_of_webhook on seance_webhook_delivery (webhook_id, sequence);
create unique index seance_webhook_delivery_once on seance_webhook_delivery (webhook_id, event_id);
