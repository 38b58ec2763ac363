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

--changeset huifang:clients
create table identity.client (
  id uuid primary key,
  tenant text not null,
  name text not null,
  scopes text[] not null,
  key_hash bytea,
  jwks text,
  added timestamptz not null,
  revoked timestamptz,
  unique (tenant, name)
);
create unique index client_key_hash on identity.client (key_hash) where key_hash is not null;
select huifang.keep_tenants_apart('identity.client');

create table identity.client_token (
  hash bytea primary key,
  tenant text not null,
  client uuid not null,
  scopes text[] not null,
  until timestamptz not null
);
create index client_token_client on identity.client_token (client);
create index client_token_until on identity.client_token (until);
select huifang.keep_tenants_apart('identity.client_token');

create table identity.client_assertion (
  tenant text not null,
  client uuid not null,
  jti bytea not null,
  until timestamptz not null,
  primary key (tenant, client, jti)
);
create index client_assertion_until on identity.client_assertion (until);
select huifang.keep_tenants_apart('identity.client_assertion');

--changeset huifang:repeats
create table identity.repeat (
  tenant text not null,
  caller text not null,
  key text not null,
  request bytea not null,
  begun timestamptz not null,
  status int,
  headers text[],
  body bytea,
  primary key (tenant, caller, key)
);
create index repeat_begun on identity.repeat (begun);
select huifang.keep_tenants_apart('identity.repeat');

create table identity.seal_key (
  tenant text primary key,
  key bytea not null
);
select huifang.keep_tenants_apart('identity.seal_key');

--changeset huifang:client-keys
alter table identity.client add column keys_at text;
alter table identity.client add column inside boolean not null default false;
alter table identity.client add column used timestamptz;
