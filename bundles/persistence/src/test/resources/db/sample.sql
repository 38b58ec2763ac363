--liquibase formatted sql

--changeset sample:shelf
create table sample.shelf (
  tenant text not null,
  id uuid primary key,
  name text not null
);
select huifang.keep_tenants_apart('sample.shelf');

--changeset sample:book
create table sample.book (
  tenant text not null,
  id uuid primary key,
  shelf uuid not null references sample.shelf,
  title text not null,
  details jsonb not null default '{}',
  added timestamptz not null,
  unique (tenant, title)
);
select huifang.keep_tenants_apart('sample.book');
