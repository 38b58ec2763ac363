--liquibase formatted sql

--changeset huifang:demo
create table demo.setting (
  name text primary key,
  tenant text not null,
  value text not null
);
select huifang.keep_tenants_apart('demo.setting');
create table demo.learner (
  id text primary key,
  tenant text not null,
  position int not null unique,
  name text not null,
  email text not null,
  lessons int not null,
  finished boolean not null,
  active boolean not null
);
select huifang.keep_tenants_apart('demo.learner');
create table demo.outbox (
  seq bigserial primary key,
  tenant text not null,
  learner text not null,
  message text not null unique,
  body text not null,
  attempts int not null,
  next timestamptz not null,
  sent timestamptz
);
create index outbox_waiting on demo.outbox (learner, seq) where sent is null;
select huifang.keep_tenants_apart('demo.outbox');

--changeset huifang:tools
create table demo.invitation (
  token text primary key,
  tenant text not null,
  ends timestamptz not null,
  used boolean not null
);
select huifang.keep_tenants_apart('demo.invitation');
create table demo.client (
  id text primary key,
  tenant text not null,
  deployment bigserial not null unique,
  name text not null,
  login text not null,
  redirects text[] not null,
  target text not null,
  deep_link text,
  jwks text not null,
  scopes text not null,
  custom text not null,
  active boolean not null,
  registered timestamptz not null
);
select setval('demo.client_deployment_seq', 10);
select huifang.keep_tenants_apart('demo.client');
create table demo.picking (
  session text primary key,
  tenant text not null,
  client text not null,
  data text not null,
  ends timestamptz not null
);
select huifang.keep_tenants_apart('demo.picking');
create table demo.activity (
  id bigserial primary key,
  tenant text not null,
  client text not null,
  title text not null,
  url text not null,
  custom text not null
);
select huifang.keep_tenants_apart('demo.activity');
create table demo.line_item (
  id bigserial primary key,
  tenant text not null,
  client text not null,
  activity bigint references demo.activity,
  label text not null,
  maximum double precision not null,
  resource text,
  tag text
);
select huifang.keep_tenants_apart('demo.line_item');
create table demo.score (
  line_item bigint not null references demo.line_item on delete cascade,
  learner text not null,
  tenant text not null,
  given double precision,
  maximum double precision,
  activity_progress text not null,
  grading_progress text not null,
  comment text,
  at timestamptz not null,
  received timestamptz not null,
  primary key (line_item, learner)
);
select huifang.keep_tenants_apart('demo.score');
