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
