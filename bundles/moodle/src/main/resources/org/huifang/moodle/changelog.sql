--liquibase formatted sql

--changeset huifang:moodle-cursor
create table moodle.cursor (
    tenant   text not null,
    platform uuid primary key,
    position bigint not null,
    moved    timestamptz not null
);
select huifang.keep_tenants_apart('moodle.cursor');

--changeset huifang:moodle-met
create table moodle.met (
    tenant   text not null,
    platform uuid not null,
    kind     text not null check (kind in ('PERSON', 'COURSE')),
    id       bigint not null,
    primary key (platform, kind, id)
);
select huifang.keep_tenants_apart('moodle.met');

--changeset huifang:moodle-sent
create table moodle.sent (
    tenant   text not null,
    key      text not null,
    platform uuid not null,
    at       timestamptz not null,
    primary key (tenant, key)
);
select huifang.keep_tenants_apart('moodle.sent');
create index sent_old on moodle.sent (tenant, at);
