--liquibase formatted sql

--changeset script:scripts
create table script.script (
  tenant text not null,
  id uuid not null,
  step text not null,
  course uuid,
  variant text not null,
  primary key (tenant, id),
  unique nulls not distinct (tenant, step, course, variant)
);
select huifang.keep_tenants_apart('script.script');
create table script.version (
  tenant text not null,
  script uuid not null,
  version int not null,
  name text not null,
  status text not null,
  nodes jsonb not null,
  edition int not null,
  authors uuid[] not null,
  changed timestamptz not null,
  primary key (tenant, script, version),
  foreign key (tenant, script) references script.script (tenant, id) on delete cascade
);
create unique index version_open on script.version (tenant, script) where status in ('DRAFT', 'ASKED');
create unique index version_live on script.version (tenant, script) where status = 'LIVE';
select huifang.keep_tenants_apart('script.version');
create table script.event (
  tenant text not null,
  number bigint generated always as identity primary key,
  script uuid not null,
  version int not null,
  what text not null,
  account uuid not null,
  at timestamptz not null,
  note text not null,
  foreign key (tenant, script) references script.script (tenant, id) on delete cascade
);
create index event_of_script on script.event (tenant, script, number);
select huifang.keep_tenants_apart('script.event');
-- Tenants that have received what Huifang brings: whoever takes it out of use does not get it again.
create table script.begun (
  tenant text not null primary key
);
select huifang.keep_tenants_apart('script.begun');

--changeset script:uses
create table script.use (
  tenant text not null,
  obligation uuid not null,
  learner uuid not null,
  script uuid not null,
  version int not null,
  variant text not null,
  step text not null,
  at timestamptz not null,
  primary key (tenant, obligation)
);
create index use_of_step on script.use (tenant, step, script, version);
select huifang.keep_tenants_apart('script.use');
