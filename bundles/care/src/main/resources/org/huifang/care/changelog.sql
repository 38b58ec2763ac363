--liquibase formatted sql

--changeset huifang:care-1
create table care.greeting (
    tenant     text not null,
    id         uuid primary key,
    name       text not null,
    occasion   text not null check (occasion in ('BIRTHDAY', 'FESTIVAL', 'MILESTONE', 'FINISHED')),
    days       date[] not null default '{}',
    progress   integer not null default 0,
    course     uuid,
    tag        text,
    -- since when it goes out, or null
    live_since timestamptz,
    gone       boolean not null default false
);
select huifang.keep_tenants_apart('care.greeting');
create index greeting_tenant on care.greeting (tenant);

create table care.text (
    tenant   text not null,
    greeting uuid not null references care.greeting,
    language text not null,
    subject  text not null,
    body     text not null,
    primary key (greeting, language)
);
select huifang.keep_tenants_apart('care.text');

-- How far a day's people were gone through, and when that was done the last time: again and again while the day lasts
-- somewhere, for people are enrolled and mended meanwhile.
create table care.look (
    tenant   text not null,
    greeting uuid not null references care.greeting,
    day      date not null,
    position text not null default '',
    began    timestamptz not null,
    looked   timestamptz,
    over     boolean not null default false,
    primary key (greeting, day)
);
select huifang.keep_tenants_apart('care.look');

-- One row for each greeting of a person. The occasion is the year of a birthday, the day of a festival, the course of a
-- milestone; it makes that nobody is greeted twice.
create table care.owed (
    tenant   text not null,
    id       uuid primary key,
    greeting uuid not null references care.greeting,
    person   uuid not null,
    occasion text not null,
    day      date not null,
    course   uuid,
    begins   timestamptz not null,
    ends     timestamptz not null,
    state    text not null check (state in ('WAITING', 'SENT', 'NOT_SENT')),
    reason   text,
    next_try timestamptz,
    -- the channel that it was given to and that has not said yet whether it took it
    trying   text,
    -- whoever works on it
    claim    uuid,
    channel  text not null default '',
    sent     timestamptz,
    unique (tenant, greeting, person, occasion),
    check ((state = 'SENT') = (sent is not null)),
    check ((state = 'WAITING') = (next_try is not null))
) with (fillfactor = 80);
select huifang.keep_tenants_apart('care.owed');
create index owed_next on care.owed (next_try) where state = 'WAITING';
create index owed_day on care.owed (tenant, greeting, day, id);

-- Where learners stand, as the timeline said last: only who passes a milestone reaches it.
create table care.progress (
    tenant   text not null,
    learner  uuid not null,
    course   uuid not null,
    progress integer not null,
    finished boolean not null,
    primary key (learner, course)
) with (fillfactor = 80);
select huifang.keep_tenants_apart('care.progress');

-- Milestones that were passed, written with the cursor and taken away with their effect.
create table care.passed (
    tenant   text not null,
    id       bigint generated always as identity primary key,
    learner  uuid not null,
    course   uuid not null,
    was      integer not null,
    now      integer not null,
    finished boolean not null,
    at       timestamptz not null
);
select huifang.keep_tenants_apart('care.passed');

create table care.cursor (
    tenant   text not null,
    name     text primary key,
    position text not null
);
select huifang.keep_tenants_apart('care.cursor');
insert into care.cursor (tenant, name, position) values ('*', 'timeline', '');

--changeset huifang:care-2
-- Whether the archive was told of it; what was sent long before is not news.
alter table care.owed add told boolean not null default false;
select set_config('huifang.tenant', '*', true);
update care.owed set told = true where state = 'SENT' and sent < now() - interval '28 days';
create index owed_untold on care.owed (sent) where state = 'SENT' and not told;
