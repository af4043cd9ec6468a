-- Made by the migrations. Written by UPDATE_SCHEMA=1 npm test, and kept true by it.

create table seance_lti_grade (
  space_id varchar(36) not null,
  member_id varchar(36) not null,
  attended integer not null,
  half_days integer not null,
  primary key (space_id, member_id)
);

create table seance_lti_invitation (
  token_digest varchar(64),
  expires_at varchar(20) not null,
  primary key (token_digest)
);

create table seance_lti_key (
  id varchar(36),
  private_jwk text not null,
  created_at varchar(20) not null,
  retired_at varchar(20),
  primary key (id)
);

create table seance_lti_login (
  state_digest varchar(64),
  nonce varchar(64) not null,
  browser_digest varchar(64) not null,
  registration_id varchar(36) not null,
  asked text not null,
  launch text,
  expires_at varchar(20) not null,
  primary key (state_digest)
);
create index seance_lti_login_by_end on seance_lti_login (expires_at);

create table seance_lti_member (
  id varchar(36),
  platform_id varchar(36) not null,
  subject varchar(255) not null,
  name varchar(255) not null,
  first_name varchar(255) not null,
  last_name varchar(255) not null,
  is_named_here boolean not null default '0',
  email varchar(255) not null,
  locale varchar(35),
  time_zone varchar(64),
  administers_until varchar(20),
  primary key (id)
);
create unique index seance_lti_member_by_subject on seance_lti_member (platform_id, subject);

create table seance_lti_membership (
  space_id varchar(36) not null,
  member_id varchar(36) not null,
  is_trainer boolean not null,
  is_learner boolean not null,
  is_active boolean not null,
  is_leaving boolean not null default '0',
  name_sort varchar(191) not null,
  name_folded varchar(255) not null,
  roster_walk integer,
  may_edit boolean not null default '0',
  may_enrol boolean not null default '0',
  session_until varchar(20),
  primary key (space_id, member_id)
);
create index seance_lti_membership_by_member on seance_lti_membership (member_id, is_learner, is_active);
create index seance_lti_membership_of_learners on seance_lti_membership (space_id, is_learner, is_active, name_sort, member_id);
create index seance_lti_membership_of_trainers on seance_lti_membership (space_id, is_trainer, is_active, name_sort, member_id);

create table seance_lti_news (
  id varchar(36),
  member_id varchar(36) not null,
  space_id varchar(36),
  primary key (id)
);

create table seance_lti_platform (
  id varchar(36),
  registration_id varchar(36) not null,
  deployment_id varchar(255) not null,
  frame_origins varchar(2000) not null,
  family varchar(64),
  created_at varchar(20) not null,
  primary key (id)
);
create unique index seance_lti_platform_by_deployment on seance_lti_platform (registration_id, deployment_id);

create table seance_lti_registration (
  id varchar(36),
  issuer varchar(255) not null,
  client_id varchar(255) not null,
  name varchar(255) not null,
  auth_url varchar(1024) not null,
  token_url varchar(1024) not null,
  keys_url varchar(1024) not null,
  token_audience varchar(1024),
  frame_origins varchar(2000) not null,
  created_at varchar(20) not null,
  primary key (id)
);
create unique index seance_lti_registration_by_client on seance_lti_registration (issuer, client_id);

create table seance_lti_secret (
  name varchar(32),
  value varchar(128) not null,
  primary key (name)
);

create table seance_lti_space (
  id varchar(36),
  platform_id varchar(36) not null,
  context_id varchar(255) not null,
  name varchar(255) not null,
  starts_on varchar(10),
  ends_on varchar(10),
  typed_starts_on varchar(10),
  typed_ends_on varchar(10),
  memberships_url varchar(1024),
  line_items_url varchar(1024),
  launched_at varchar(20) not null,
  roster_read_at varchar(20),
  roster_whole_walk integer not null default '0',
  roster_walk integer not null default '0',
  roster_claimed_until varchar(20),
  roster_next_at varchar(20) not null default '',
  roster_problem varchar(64),
  roster_leavers integer,
  grades_wanted integer not null default '0',
  grades_sent integer not null default '0',
  grades_next_at varchar(20),
  grades_claimed_until varchar(20),
  grades_problem varchar(64),
  line_item_url varchar(1024),
  primary key (id)
);
create unique index seance_lti_space_by_context on seance_lti_space (platform_id, context_id);
create index seance_lti_space_by_grades on seance_lti_space (grades_next_at, id);
create index seance_lti_space_by_launch on seance_lti_space (platform_id, launched_at, id);
create index seance_lti_space_by_roster on seance_lti_space (roster_next_at, id);
