--liquibase formatted sql

--changeset huifang:events-letters
create table events.letter (
    id      uuid primary key,
    tenant  text not null,
    source  text not null,
    key     text not null,
    type    text not null,
    reason  text not null,
    body    bytea not null,
    times   integer not null,
    first   timestamptz not null,
    last    timestamptz not null,
    state   text not null check (state in ('OPEN', 'REPLAYED', 'DISMISSED')),
    settled timestamptz,
    unique (tenant, source, key)
);
select huifang.keep_tenants_apart('events.letter');
create index letter_last on events.letter (tenant, last desc, id desc);
create index letter_old on events.letter (last);

--changeset huifang:events-sequences
create table events.sequence (
    tenant  text not null,
    source  text not null,
    highest bigint,
    primary key (tenant, source)
);
select huifang.keep_tenants_apart('events.sequence');
create table events.gap (
    id      uuid primary key,
    tenant  text not null,
    source  text not null,
    first   bigint not null,
    last    bigint not null check (last >= first),
    noticed timestamptz not null
);
select huifang.keep_tenants_apart('events.gap');
create index gap_source on events.gap (tenant, source, first);

--changeset huifang:events-unmapped
create table events.unmapped (
    tenant text not null,
    source text not null,
    type   text not null,
    times  bigint not null,
    last   timestamptz not null,
    primary key (tenant, source, type)
);
select huifang.keep_tenants_apart('events.unmapped');

--changeset huifang:events-endpoints
create table events.endpoint (
    id       uuid primary key,
    tenant   text not null,
    url      text not null,
    types    text[] not null,
    enabled  boolean not null,
    why      text not null,
    inside   boolean not null,
    created  timestamptz not null,
    failures integer not null,
    paused   timestamptz
);
select huifang.keep_tenants_apart('events.endpoint');
create table events.endpoint_secret (
    id       uuid primary key,
    tenant   text not null,
    endpoint uuid not null references events.endpoint on delete cascade,
    sealed   bytea not null,
    made     timestamptz not null,
    ends     timestamptz
);
select huifang.keep_tenants_apart('events.endpoint_secret');
create index endpoint_secret_endpoint on events.endpoint_secret (endpoint);
create table events.sending (
    id       bigint generated always as identity primary key,
    tenant   text not null,
    endpoint uuid not null references events.endpoint on delete cascade,
    key      text not null,
    type     text not null,
    body     text not null,
    state    text not null check (state in ('WAITING', 'DELIVERED', 'FAILED')),
    attempts integer not null,
    created  timestamptz not null,
    next     timestamptz,
    last     timestamptz,
    status   integer,
    error    text not null,
    unique (endpoint, key)
);
select huifang.keep_tenants_apart('events.sending');
create index sending_due on events.sending (next) where state = 'WAITING';
create index sending_log on events.sending (tenant, id desc);
create index sending_last on events.sending (endpoint, last desc) where last is not null;
create index sending_unsent on events.sending (endpoint, state) where state <> 'DELIVERED';
create index sending_old on events.sending (created);

--changeset huifang:events-cursor
create table events.cursor (
    tenant   text not null,
    name     text primary key,
    position text not null
);
select huifang.keep_tenants_apart('events.cursor');
insert into events.cursor (tenant, name, position) values ('*', 'timeline', '');

--changeset huifang:events-statements
create table events.statement (
    tenant text not null,
    source text not null,
    id     uuid not null,
    hash   text not null,
    came   timestamptz not null,
    primary key (tenant, source, id)
);
select huifang.keep_tenants_apart('events.statement');
create index statement_old on events.statement (came);
