--liquibase formatted sql

--changeset huifang:archive-1
create table archive.learner (
    tenant  text not null,
    id      uuid primary key,
    -- for lists: the current name, else the e-mail address, else the key
    name    text collate "zh-x-icu" not null,
    email   text,
    created timestamptz not null default clock_timestamp()
);
select huifang.keep_tenants_apart('archive.learner');
create index learner_name on archive.learner (tenant, name, id);

create table archive.identity_key (
    tenant  text not null,
    source  text not null,
    subject text not null,
    learner uuid not null references archive.learner,
    primary key (tenant, source, subject)
);
select huifang.keep_tenants_apart('archive.identity_key');
create index identity_key_learner on archive.identity_key (learner);

create table archive.course (
    tenant    text not null,
    id        uuid primary key,
    title     text collate "zh-x-icu" not null,
    title_at  timestamptz not null default '-infinity',
    starts    date,
    starts_at timestamptz not null default '-infinity',
    ends      date,
    ends_at   timestamptz not null default '-infinity'
);
select huifang.keep_tenants_apart('archive.course');
create index course_title on archive.course (tenant, title, id);

create table archive.course_key (
    tenant  text not null,
    source  text not null,
    context text not null,
    course  uuid not null references archive.course,
    primary key (tenant, source, context)
);
select huifang.keep_tenants_apart('archive.course_key');

--changeset huifang:archive-2
-- One row for each thing that a source ever said; a superseded one stays.
create table archive.identity_value (
    tenant     text not null,
    id         bigint generated always as identity primary key,
    learner    uuid not null references archive.learner,
    field      text not null,
    source     text not null,
    value      text not null,
    since      timestamptz not null,
    said       timestamptz not null,
    superseded timestamptz
);
select huifang.keep_tenants_apart('archive.identity_value');
create unique index identity_value_current on archive.identity_value (learner, field, source) where superseded is null;
create index identity_value_learner on archive.identity_value (learner, field, since);

--changeset huifang:archive-3
-- Every column is a minimum or maximum over facts, so the order in which facts arrive does not matter.
create table archive.enrolment (
    tenant        text not null,
    course        uuid not null references archive.course,
    learner       uuid not null references archive.learner,
    role          text not null,
    role_at       timestamptz not null,
    enrolled      timestamptz not null,
    joined        timestamptz,
    left_at       timestamptz,
    lesson_at     timestamptz,
    finished_at   timestamptz,
    last_activity timestamptz,
    progress      integer not null,
    present boolean generated always as (left_at is null or left_at < joined) stored,
    stage   text    generated always as (
        case when finished_at is not null then 'FINISHED'
             when left_at is not null and (joined is null or left_at >= joined) then 'LEFT'
             when lesson_at is not null then 'LEARNING'
             else 'ENROLLED' end) stored,
    primary key (course, learner)
) with (fillfactor = 80);
select huifang.keep_tenants_apart('archive.enrolment');
create index enrolment_learner on archive.enrolment (learner);

--changeset huifang:archive-4
-- The transaction id tells followers what is surely committed: see tail.sql.
create table archive.timeline (
    xact     xid8 not null default pg_current_xact_id(),
    id       bigint generated always as identity,
    tenant   text not null,
    learner  uuid,
    course   uuid not null,
    kind     text not null,
    fact     jsonb not null,
    source   text not null,
    at       timestamptz not null,
    recorded timestamptz not null default clock_timestamp(),
    primary key (xact, id)
);
select huifang.keep_tenants_apart('archive.timeline');
create index timeline_learner on archive.timeline (learner, at, id) where learner is not null;

create table archive.delivery (
    tenant   text not null,
    source   text not null,
    key      text not null,
    recorded timestamptz not null default clock_timestamp(),
    primary key (tenant, source, key)
);
select huifang.keep_tenants_apart('archive.delivery');

--changeset huifang:archive-5 splitStatements:false
create function archive.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the timeline is only ever added to' using errcode = 'restrict_violation';
end $$;

--changeset huifang:archive-6
create trigger append_only before update or delete or truncate on archive.timeline
    for each statement execute function archive.refuse_change();
revoke update, delete, truncate on archive.timeline from current_user, public;

--changeset huifang:archive-7
-- Keys are no words of a language: compared byte by byte, a hook costs the database a sixth less.
alter table archive.delivery alter source type text collate "C", alter key type text collate "C";
alter table archive.identity_key alter source type text collate "C", alter subject type text collate "C";
alter table archive.course_key alter source type text collate "C", alter context type text collate "C";
alter table archive.identity_value alter field type text collate "C", alter source type text collate "C";
