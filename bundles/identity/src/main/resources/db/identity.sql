--liquibase formatted sql

--changeset huifang:accounts
create table identity.account (
  id uuid primary key,
  tenant text not null,
  name text not null,
  display_name text not null,
  password text not null,
  roles text not null,
  disabled boolean not null,
  created timestamptz not null,
  unique (tenant, name)
);
select huifang.keep_tenants_apart('identity.account');

--changeset huifang:attempts
create table identity.attempt (
  tenant text not null,
  name text not null,
  failures int not null,
  until timestamptz not null,
  last timestamptz not null,
  primary key (tenant, name)
);
create index attempt_last on identity.attempt (last);
select huifang.keep_tenants_apart('identity.attempt');

--changeset huifang:first-link
create table identity.first_link (
  tenant text primary key,
  hash bytea not null,
  made timestamptz not null
);
select huifang.keep_tenants_apart('identity.first_link');
