--liquibase formatted sql

--changeset huifang:registrations
create table platform.registration (
  id uuid primary key,
  tenant text not null,
  issuer text not null,
  client_id text not null,
  auth_url text not null,
  token_url text not null,
  jwks_url text not null,
  enabled boolean not null,
  created timestamptz not null,
  unique (issuer, client_id)
);
select huifang.keep_tenants_apart('platform.registration');
create table platform.deployment (
  registration uuid not null references platform.registration,
  deployment text not null,
  tenant text not null,
  primary key (registration, deployment)
);
select huifang.keep_tenants_apart('platform.deployment');

--changeset huifang:logins
--comment: Unlogged, because a login lives for minutes and a lost one is refused: a crash empties the table, and whoever was on the way launches again.
create unlogged table platform.login (
  state text primary key,
  tenant text not null,
  nonce text not null unique,
  browser text not null,
  registration text not null,
  deployment text,
  target text not null,
  hint text,
  storage text,
  issued timestamptz not null,
  expires timestamptz not null,
  consumed boolean not null
);
create index login_expires on platform.login (expires);
select huifang.keep_tenants_apart('platform.login');

--changeset huifang:launches
create table platform.launch (
  id text primary key,
  tenant text not null,
  secret bytea not null,
  registration uuid not null,
  learner uuid,
  display_name text not null,
  course uuid,
  roles text not null,
  locale text,
  frame_origin text not null,
  expires timestamptz not null
);
create index launch_expires on platform.launch (expires);
select huifang.keep_tenants_apart('platform.launch');

--changeset huifang:refusals
create table platform.refusal (
  slot int primary key,
  tenant text not null,
  reference text not null,
  at timestamptz not null,
  door text not null,
  reason text not null,
  detail text not null
);
create sequence platform.refusal_slot;
select huifang.keep_tenants_apart('platform.refusal');

--changeset huifang:contexts
create table platform.context (
  registration uuid not null,
  context text not null,
  tenant text not null,
  course uuid not null,
  title text,
  memberships text,
  sync bigint not null,
  wanted boolean not null,
  asked timestamptz,
  primary key (registration, context)
);
create index context_course on platform.context (tenant, course);
select huifang.keep_tenants_apart('platform.context');
create table platform.member (
  registration uuid not null,
  context text not null,
  subject text not null,
  tenant text not null,
  hash bytea not null,
  primary key (registration, context, subject)
);
select huifang.keep_tenants_apart('platform.member');

--changeset huifang:keys
create table platform.tool_key (
  kid text primary key,
  tenant text not null,
  sealed bytea not null,
  made timestamptz not null
);
select huifang.keep_tenants_apart('platform.tool_key');

--changeset huifang:hook-sources
create table platform.hook_source (
  name text primary key,
  tenant text not null,
  registration uuid,
  created timestamptz not null
);
select huifang.keep_tenants_apart('platform.hook_source');
create table platform.hook_secret (
  id uuid primary key,
  name text not null references platform.hook_source,
  tenant text not null,
  sealed bytea not null,
  made timestamptz not null,
  ends timestamptz
);
create index hook_secret_name on platform.hook_secret (name);
select huifang.keep_tenants_apart('platform.hook_secret');

--changeset huifang:hook-source-kinds
alter table platform.hook_source add column kind text not null default 'SIGNED';
alter table platform.hook_source add column enabled boolean not null default true;

--changeset huifang:registering
alter table platform.registration add column token_audience text;
create table platform.invitation (
  id uuid primary key,
  tenant text not null,
  secret bytea not null unique,
  platform text,
  approved boolean not null,
  ends timestamptz not null,
  used timestamptz
);
select huifang.keep_tenants_apart('platform.invitation');
create table platform.pending (
  id uuid primary key,
  tenant text not null,
  issuer text not null,
  client_id text not null,
  deployments text not null,
  auth_url text not null,
  token_url text not null,
  token_audience text,
  jwks_url text not null,
  product text,
  at timestamptz not null
);
select huifang.keep_tenants_apart('platform.pending');

--changeset huifang:deep-linking
create table platform.picking (
  secret bytea primary key,
  tenant text not null,
  registration uuid not null,
  issuer text not null,
  client_id text not null,
  deployment text not null,
  settings text not null,
  locale text,
  ends timestamptz not null
);
select huifang.keep_tenants_apart('platform.picking');

--changeset huifang:grades
--comment: Who answered, which activities are marked and who is who at the platform arrive in any order; a mark is due when all three are there.
create table platform.cursor (
  name text primary key,
  tenant text not null,
  position text not null
);
select huifang.keep_tenants_apart('platform.cursor');
insert into platform.cursor (name, tenant, position) values ('answers', '*', '');
create table platform.answered (
  tenant text not null,
  course uuid not null,
  learner uuid not null,
  at timestamptz not null,
  primary key (tenant, course, learner)
);
create index answered_learner on platform.answered (learner);
select huifang.keep_tenants_apart('platform.answered');
create table platform.person (
  registration uuid not null,
  subject text not null,
  tenant text not null,
  learner uuid not null,
  primary key (registration, subject)
);
create index person_learner on platform.person (learner);
select huifang.keep_tenants_apart('platform.person');
create table platform.grade_door (
  registration uuid not null,
  link text not null,
  tenant text not null,
  course uuid not null,
  deployment text not null,
  place text not null,
  scopes text not null,
  line_items text,
  line_item text,
  seen timestamptz not null,
  primary key (registration, link)
);
create index grade_door_course on platform.grade_door (course);
select huifang.keep_tenants_apart('platform.grade_door');
create table platform.mark (
  registration uuid not null,
  link text not null,
  subject text not null,
  tenant text not null,
  attempts int not null,
  next timestamptz,
  marked timestamptz,
  problem text,
  primary key (registration, link, subject)
);
create index mark_due on platform.mark (next) where next is not null;
select huifang.keep_tenants_apart('platform.mark');

--changeset huifang:new-window
alter table platform.login add column login_hint text;

--changeset huifang:launch-times
alter table platform.registration add column launched timestamptz;
alter table platform.registration add column extras text not null default '';

--changeset huifang:notices
create table platform.notice (
  registration uuid not null,
  id text not null,
  tenant text not null,
  type text not null,
  at timestamptz not null,
  primary key (registration, id)
);
create index notice_at on platform.notice (at);
select huifang.keep_tenants_apart('platform.notice');

--changeset huifang:notice-doors
create table platform.notice_door (
  registration uuid primary key,
  tenant text not null,
  url text not null,
  scopes text not null,
  types text not null,
  next timestamptz,
  problem text
);
select huifang.keep_tenants_apart('platform.notice_door');

--changeset huifang:course-groups
alter table platform.context add column groups text;
alter table platform.context add column group_sets text;
create table platform.course_group (
  registration uuid not null,
  context text not null,
  id text not null,
  tenant text not null,
  name text not null,
  part_of text not null,
  primary key (registration, context, id)
);
select huifang.keep_tenants_apart('platform.course_group');
create table platform.group_member (
  registration uuid not null,
  context text not null,
  course_group text not null,
  subject text not null,
  tenant text not null,
  primary key (registration, context, course_group, subject),
  foreign key (registration, context, course_group) references platform.course_group on delete cascade
);
select huifang.keep_tenants_apart('platform.group_member');
