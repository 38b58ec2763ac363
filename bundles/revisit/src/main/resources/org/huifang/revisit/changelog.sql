--liquibase formatted sql

--changeset huifang:revisit-1
create table revisit.plan_step (
    tenant      text not null,
    code        text not null,
    position    integer not null,
    kind        text not null,
    anchor      text not null,
    opens_after integer not null,
    due_after   integer not null,
    primary key (tenant, code)
);
select huifang.keep_tenants_apart('revisit.plan_step');

create table revisit.course (
    tenant    text not null,
    id        uuid primary key,
    starts    date,
    starts_at timestamptz not null default '-infinity',
    ends      date,
    ends_at   timestamptz not null default '-infinity'
);
select huifang.keep_tenants_apart('revisit.course');

-- What the timeline says about one person in one course. owed: was ever on the roster as a learner.
create table revisit.place (
    tenant      text not null,
    course      uuid not null,
    learner     uuid not null,
    role        text not null,
    role_at     timestamptz not null,
    since       timestamptz not null,
    joined      timestamptz,
    left_at     timestamptz,
    halfway_at  timestamptz,
    finished_at timestamptz,
    owed        boolean not null,
    primary key (course, learner)
) with (fillfactor = 80);
select huifang.keep_tenants_apart('revisit.place');

-- Counted when learners join, and never from the obligations: the two sides of the conservation law.
create table revisit.owed (
    tenant text not null,
    course uuid not null,
    step   text not null,
    n      bigint not null,
    primary key (course, step)
);
select huifang.keep_tenants_apart('revisit.owed');

--changeset huifang:revisit-2
create table revisit.obligation (
    tenant     text not null,
    id         uuid primary key,
    learner    uuid not null,
    course     uuid not null,
    step       text not null,
    kind       text not null check (kind in ('CALL', 'QUESTIONNAIRE')),
    state      text not null check (state in ('SCHEDULED', 'DUE', 'DONE', 'DECLINED', 'EXEMPT', 'UNREACHABLE')),
    opens      timestamptz not null,
    due        timestamptz not null,
    settled    timestamptz,
    reason     text not null default '',
    -- attempts that found nobody
    unanswered integer not null default 0,
    -- a promised call-back keeps it out of the queue until it opens again
    waiting    boolean not null default false,
    fell_due   boolean not null default false,
    unique (tenant, learner, course, step),
    check ((settled is null) = (state in ('SCHEDULED', 'DUE'))),
    check ((state = 'EXEMPT') = (reason <> ''))
) with (fillfactor = 80);
select huifang.keep_tenants_apart('revisit.obligation');
create index obligation_opening on revisit.obligation (opens) where state = 'SCHEDULED' or waiting;
create index obligation_queue on revisit.obligation (tenant, due, id) where state = 'DUE' and kind = 'CALL';
create index obligation_course on revisit.obligation (course, step, state);
create index obligation_due on revisit.obligation (tenant, due, id);

create table revisit.attempt (
    tenant     text not null,
    key        uuid not null,
    obligation uuid not null references revisit.obligation,
    nth        bigint generated always as identity,
    agent      uuid not null,
    outcome    text not null,
    note       text not null,
    call_back  timestamptz,
    at         timestamptz not null,
    primary key (tenant, key)
);
select huifang.keep_tenants_apart('revisit.attempt');
create index attempt_obligation on revisit.attempt (obligation, nth);

create table revisit.draft (
    tenant     text not null,
    obligation uuid not null references revisit.obligation,
    agent      uuid not null,
    typed      text not null,
    primary key (obligation, agent)
);
select huifang.keep_tenants_apart('revisit.draft');

create table revisit.answer (
    tenant         text not null,
    obligation     uuid primary key references revisit.obligation,
    satisfaction   integer check (satisfaction between 1 and 5),
    recommendation integer check (recommendation between 0 and 10),
    comment        text not null
);
select huifang.keep_tenants_apart('revisit.answer');

--changeset huifang:revisit-3
-- Facts on their way to the archive, written in the transaction that made them true.
create table revisit.outbox (
    tenant         text not null,
    id             bigint generated always as identity primary key,
    kind           text not null check (kind in ('FELL_DUE', 'REVISITED', 'ANSWERED', 'EXEMPTED')),
    -- null: made from the id
    key            text,
    obligation     uuid not null,
    learner        uuid not null,
    course         uuid not null,
    step           text not null,
    due            timestamptz not null,
    at             timestamptz not null,
    outcome        text,
    state          text,
    agent          uuid,
    said           text not null default '',
    satisfaction   integer,
    recommendation integer
);
select huifang.keep_tenants_apart('revisit.outbox');
create index outbox_obligation on revisit.outbox (obligation);

create table revisit.cursor (
    tenant   text not null,
    name     text primary key,
    position text not null
);
select huifang.keep_tenants_apart('revisit.cursor');
insert into revisit.cursor (tenant, name, position) values ('*', 'timeline', '');

create table revisit.secret (
    tenant text not null,
    name   text primary key,
    key    bytea not null
);
select huifang.keep_tenants_apart('revisit.secret');
