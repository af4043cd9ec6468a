-- Made by the migrations. Written by UPDATE_SCHEMA=1 npm test, and kept true by it.

create table seance_lti_grade (
  space_id varchar(36) collate utf8mb4_bin not null,
  member_id varchar(36) collate utf8mb4_bin not null,
  attended int not null,
  half_days int not null,
  primary key (space_id, member_id)
);

create table seance_lti_invitation (
  token_digest varchar(64) collate utf8mb4_bin not null,
  expires_at varchar(20) collate utf8mb4_bin not null,
  primary key (token_digest)
);

create table seance_lti_key (
  id varchar(36) collate utf8mb4_bin not null,
  private_jwk text collate utf8mb4_bin not null,
  created_at varchar(20) collate utf8mb4_bin not null,
  retired_at varchar(20) collate utf8mb4_bin,
  primary key (id)
);

create table seance_lti_login (
  state_digest varchar(64) collate utf8mb4_bin not null,
  nonce varchar(64) collate utf8mb4_bin not null,
  browser_digest varchar(64) collate utf8mb4_bin not null,
  registration_id varchar(36) collate utf8mb4_bin not null,
  asked text collate utf8mb4_bin not null,
  launch text collate utf8mb4_bin,
  expires_at varchar(20) collate utf8mb4_bin not null,
  primary key (state_digest),
  index seance_lti_login_by_end (expires_at)
);

create table seance_lti_member (
  id varchar(36) collate utf8mb4_bin not null,
  platform_id varchar(36) collate utf8mb4_bin not null,
  subject varchar(255) collate utf8mb4_bin not null,
  name varchar(255) collate utf8mb4_bin not null,
  first_name varchar(255) collate utf8mb4_bin not null,
  last_name varchar(255) collate utf8mb4_bin not null,
  is_named_here tinyint(1) not null default '0',
  email varchar(255) collate utf8mb4_bin not null,
  locale varchar(35) collate utf8mb4_bin,
  time_zone varchar(64) collate utf8mb4_bin,
  administers_until varchar(20) collate utf8mb4_bin,
  primary key (id),
  unique index seance_lti_member_by_subject (platform_id, subject)
);

create table seance_lti_membership (
  space_id varchar(36) collate utf8mb4_bin not null,
  member_id varchar(36) collate utf8mb4_bin not null,
  is_trainer tinyint(1) not null,
  is_learner tinyint(1) not null,
  is_active tinyint(1) not null,
  is_leaving tinyint(1) not null default '0',
  name_sort varchar(191) collate utf8mb4_bin not null,
  name_folded varchar(255) collate utf8mb4_bin not null,
  roster_walk int,
  may_edit tinyint(1) not null default '0',
  may_enrol tinyint(1) not null default '0',
  session_until varchar(20) collate utf8mb4_bin,
  primary key (space_id, member_id),
  index seance_lti_membership_by_member (member_id, is_learner, is_active),
  index seance_lti_membership_of_learners (space_id, is_learner, is_active, name_sort, member_id),
  index seance_lti_membership_of_trainers (space_id, is_trainer, is_active, name_sort, member_id)
);

create table seance_lti_news (
  id varchar(36) collate utf8mb4_bin not null,
  member_id varchar(36) collate utf8mb4_bin not null,
  space_id varchar(36) collate utf8mb4_bin,
  primary key (id)
);

create table seance_lti_platform (
  id varchar(36) collate utf8mb4_bin not null,
  registration_id varchar(36) collate utf8mb4_bin not null,
  deployment_id varchar(255) collate utf8mb4_bin not null,
  frame_origins varchar(2000) collate utf8mb4_bin not null,
  family varchar(64) collate utf8mb4_bin,
  created_at varchar(20) collate utf8mb4_bin not null,
  primary key (id),
  unique index seance_lti_platform_by_deployment (registration_id, deployment_id)
);

create table seance_lti_registration (
  id varchar(36) collate utf8mb4_bin not null,
  issuer varchar(255) collate utf8mb4_bin not null,
  client_id varchar(255) collate utf8mb4_bin not null,
  name varchar(255) collate utf8mb4_bin not null,
  auth_url varchar(1024) collate utf8mb4_bin not null,
  token_url varchar(1024) collate utf8mb4_bin not null,
  keys_url varchar(1024) collate utf8mb4_bin not null,
  token_audience varchar(1024) collate utf8mb4_bin,
  frame_origins varchar(2000) collate utf8mb4_bin not null,
  created_at varchar(20) collate utf8mb4_bin not null,
  primary key (id),
  unique index seance_lti_registration_by_client (issuer, client_id)
);

create table seance_lti_secret (
  name varchar(32) collate utf8mb4_bin not null,
  value varchar(128) collate utf8mb4_bin not null,
  primary key (name)
);

create table seance_lti_space (
  id varchar(36) collate utf8mb4_bin not null,
  platform_id varchar(36) collate utf8mb4_bin not null,
  context_id varchar(255) collate utf8mb4_bin not null,
  name varchar(255) collate utf8mb4_bin not null,
  starts_on varchar(10) collate utf8mb4_bin,
  ends_on varchar(10) collate utf8mb4_bin,
  typed_starts_on varchar(10) collate utf8mb4_bin,
  typed_ends_on varchar(10) collate utf8mb4_bin,
  memberships_url varchar(1024) collate utf8mb4_bin,
  line_items_url varchar(1024) collate utf8mb4_bin,
  launched_at varchar(20) collate utf8mb4_bin not null,
  roster_read_at varchar(20) collate utf8mb4_bin,
  roster_whole_walk int not null default '0',
  roster_walk int not null default '0',
  roster_claimed_until varchar(20) collate utf8mb4_bin,
  roster_next_at varchar(20) collate utf8mb4_bin not null default '',
  roster_problem varchar(64) collate utf8mb4_bin,
  roster_leavers int,
  grades_wanted int not null default '0',
  grades_sent int not null default '0',
  grades_next_at varchar(20) collate utf8mb4_bin,
  grades_claimed_until varchar(20) collate utf8mb4_bin,
  grades_problem varchar(64) collate utf8mb4_bin,
  line_item_url varchar(1024) collate utf8mb4_bin,
  primary key (id),
  unique index seance_lti_space_by_context (platform_id, context_id),
  index seance_lti_space_by_grades (grades_next_at, id),
  index seance_lti_space_by_launch (platform_id, launched_at, id),
  index seance_lti_space_by_roster (roster_next_at, id)
);
