--liquibase formatted sql

--changeset calendar:choices
-- What is null here, or has no row, is as Huifang brings it; that is data of the bundle, not of the database.
create table calendar.choice (
  tenant text primary key,
  pack text,
  zone text,
  week text[],
  capped boolean not null default false
);
select huifang.keep_tenants_apart('calendar.choice');
create table calendar.cap (
  tenant text not null,
  number int not null,
  channel text,
  tag text,
  most int not null,
  days int not null,
  primary key (tenant, number)
);
select huifang.keep_tenants_apart('calendar.cap');
create table calendar.day (
  tenant text not null,
  day date not null,
  name text not null,
  hours text not null,
  because text not null,
  primary key (tenant, day)
);
select huifang.keep_tenants_apart('calendar.day');
create table calendar.blackout (
  tenant text not null,
  id uuid not null,
  name text not null,
  first date not null,
  last date not null,
  course uuid,
  primary key (tenant, id)
);
select huifang.keep_tenants_apart('calendar.blackout');
