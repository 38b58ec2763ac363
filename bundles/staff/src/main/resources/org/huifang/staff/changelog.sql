--liquibase formatted sql

--changeset staff:people
create table staff.profile (
  tenant text not null,
  account uuid not null,
  languages text[] not null,
  courses uuid[] not null,
  skills text[] not null,
  minutes int not null check (minutes between 0 and 1440),
  primary key (tenant, account)
);
select huifang.keep_tenants_apart('staff.profile');
create table staff.absence (
  tenant text not null,
  id uuid not null,
  account uuid not null,
  first_day date not null,
  last_day date not null check (last_day >= first_day),
  cover uuid check (cover <> account),
  primary key (tenant, id)
);
select huifang.keep_tenants_apart('staff.absence');

--changeset staff:trainings
create table staff.required (
  tenant text not null,
  training text not null,
  primary key (tenant, training)
);
select huifang.keep_tenants_apart('staff.required');
create table staff.training (
  tenant text not null,
  id uuid not null,
  account uuid not null,
  training text not null,
  passed date not null,
  until date,
  proof text not null,
  primary key (tenant, id)
);
select huifang.keep_tenants_apart('staff.training');

--changeset staff:responsibilities
-- What ended stays: who answered for what, and when, can be told later.
create table staff.responsible (
  tenant text not null,
  id uuid not null,
  course uuid not null,
  account uuid not null,
  since timestamptz not null,
  ended timestamptz,
  primary key (tenant, id)
);
create unique index responsible_now on staff.responsible (tenant, course) where ended is null;
select huifang.keep_tenants_apart('staff.responsible');
