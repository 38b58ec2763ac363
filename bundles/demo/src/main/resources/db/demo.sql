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
