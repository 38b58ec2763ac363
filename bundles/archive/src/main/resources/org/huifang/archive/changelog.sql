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

--changeset huifang:archive-8
-- Facts about a person apart from any course.
alter table archive.timeline alter course drop not null;
alter table archive.identity_value
    add author     text collate "C",
    add confidence text collate "C" not null default 'REPORTED',
    add recorded   timestamptz not null default clock_timestamp(),
    -- what makes two people's the same: an address without case, the last ten digits of a number
    add norm       text collate "C" generated always as (case
        when value = '' then null
        when field = 'email' then lower(btrim(value) collate "C")
        when field = 'phone' and length(regexp_replace(value collate "C", '[^0-9]', '', 'g')) >= 7
            then right(regexp_replace(value collate "C", '[^0-9]', '', 'g'), 10) end) stored;
create index identity_value_norm on archive.identity_value (tenant, field, norm)
    where superseded is null and norm is not null;

--changeset huifang:archive-9
alter table archive.learner
    add phone       text,
    -- shown under this file
    add merged_into uuid references archive.learner,
    -- something that was said was taken back
    add withdrawn   boolean not null default false,
    add hidden      boolean not null default false,
    add listed      boolean generated always as (merged_into is null and not hidden) stored;
create index learner_part on archive.learner (merged_into) where merged_into is not null;
drop index archive.learner_name;
create index learner_name on archive.learner (tenant, name, id) where listed;

create table archive.merge (
    tenant   text not null,
    id       bigint generated always as identity primary key,
    -- a tree: what was merged into the absorbed one stays below it
    kept     uuid not null references archive.learner,
    absorbed uuid not null references archive.learner,
    merged   timestamptz not null default clock_timestamp(),
    split    timestamptz
);
select huifang.keep_tenants_apart('archive.merge');
create unique index merge_absorbed on archive.merge (absorbed) where split is null;
create index merge_history on archive.merge (absorbed, merged);
create index merge_kept on archive.merge (kept);

create table archive.likeness (
    tenant  text not null,
    id      bigint generated always as identity primary key,
    one     uuid not null references archive.learner,
    other   uuid not null references archive.learner,
    field   text collate "C" not null,
    noticed timestamptz not null default clock_timestamp(),
    apart   boolean not null default false,
    unique (one, other)
);
select huifang.keep_tenants_apart('archive.likeness');
create index likeness_other on archive.likeness (other);

create table archive.source_rank (
    tenant text not null,
    source text collate "C" not null,
    rank   integer not null,
    primary key (tenant, source)
);
select huifang.keep_tenants_apart('archive.source_rank');

--changeset huifang:archive-10 splitStatements:false
-- How much a source is believed, 0 the most: by itself, else by its kind, else after all that are ranked.
create function archive.rank(whose text, source text) returns integer stable language sql as $$
    select coalesce(
        (select r.rank from archive.source_rank r where r.tenant = $1 and r.source = $2),
        (select r.rank from archive.source_rank r where r.tenant = $1 and r.source = split_part($2, ':', 1)),
        case when exists (select from archive.source_rank r where r.tenant = $1) then 1000
            else case split_part($2, ':', 1) when 'learner' then 0 when 'staff' then 1 when 'platform' then 2
                when 'hook' then 3 when 'import' then 4 else 1000 end end)
$$;

--changeset huifang:archive-11
-- Tenants whose sources rank otherwise since the files up to this one were shown.
create table archive.reshow (
    tenant text primary key,
    after  uuid not null default '00000000-0000-0000-0000-000000000000'
);
select huifang.keep_tenants_apart('archive.reshow');
