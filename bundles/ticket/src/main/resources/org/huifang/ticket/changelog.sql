--liquibase formatted sql

--changeset huifang:ticket-1
-- Problems on their way to a ticket: written with the cursor, taken away with the ticket. They wait here as long as the
-- school has nobody who could answer for them.
create table ticket.heard (
    tenant     text not null,
    id         bigint generated always as identity primary key,
    key        text not null,
    learner    uuid not null,
    course     uuid,
    obligation uuid,
    area       text not null,
    code       text not null,
    title      text not null,
    said       text not null,
    author     text not null,
    raised     timestamptz not null
);
select huifang.keep_tenants_apart('ticket.heard');

create table ticket.number (
    tenant text primary key,
    last   bigint not null
);
select huifang.keep_tenants_apart('ticket.number');

create table ticket.change (
    tenant   text not null,
    id       uuid primary key,
    title    text not null,
    course   uuid,
    area     text not null,
    code     text not null,
    what     text not null,
    owner    uuid not null,
    planned  date,
    released timestamptz,
    told     text not null default ''
);
select huifang.keep_tenants_apart('ticket.change');

-- Nothing is closed without cause, action and the raiser's own word, or three questions over a week without one.
create table ticket.ticket (
    tenant          text not null,
    id              uuid primary key,
    key             text not null,
    number          bigint not null,
    learner         uuid not null,
    course          uuid,
    obligation      uuid,
    area            text not null check (area in ('LEARNING', 'CONTENT', 'SERVICE')),
    code            text not null,
    title           text not null,
    said            text not null,
    state           text not null check (state in ('NEW', 'WORKING', 'WAITING', 'SOLVED', 'CLOSED')),
    owner           uuid not null check (owner <> '00000000-0000-0000-0000-000000000000'),
    raised          timestamptz not null,
    -- of this round: a reopened ticket has new clocks
    started         timestamptz not null,
    respond_by      timestamptz not null,
    responded       timestamptz,
    first_responded timestamptz,
    -- null while the clock stands still; what is left stands beside it then
    resolve_by      timestamptz,
    left_seconds    bigint,
    paused          timestamptz,
    escalation      integer not null default 0,
    escalated       timestamptz,
    cause           text not null default '',
    action          text not null default '',
    confirmed       timestamptz,
    confirmed_how   text not null default '',
    confirmed_by    text not null default '',
    asked           integer not null default 0,
    asked_first     timestamptz,
    ask_next        timestamptz,
    reopened        integer not null default 0,
    change          uuid references ticket.change,
    closed          timestamptz,
    unanswered      boolean not null default false,
    due             timestamptz not null generated always as (case when state = 'CLOSED' then '9999-06-01 00:00:00+00'
        else least(case when responded is null then respond_by end, resolve_by, '9999-01-01 00:00:00+00') end) stored,
    unique (tenant, key),
    unique (tenant, number),
    check ((state = 'CLOSED') = (closed is not null)),
    check ((resolve_by is null) = (state in ('WAITING', 'SOLVED', 'CLOSED'))),
    check ((left_seconds is null) = (resolve_by is not null)),
    check ((paused is null) = (state not in ('WAITING', 'SOLVED'))),
    check ((confirmed is null) = (confirmed_how = '') and (confirmed is null) = (confirmed_by = '')),
    check (not unanswered or state = 'CLOSED'),
    check (state not in ('SOLVED', 'CLOSED') or btrim(cause) <> '' and btrim(action) <> ''),
    constraint closed_for_a_reason check (state <> 'CLOSED' or confirmed is not null
        or unanswered and asked >= 3 and asked_first is not null and closed >= asked_first + interval '168 hours')
) with (fillfactor = 80);
select huifang.keep_tenants_apart('ticket.ticket');
create index ticket_due on ticket.ticket (tenant, due, number);
create index ticket_owner on ticket.ticket (tenant, owner, due, number);
create index ticket_learner on ticket.ticket (tenant, learner);
create index ticket_recurring on ticket.ticket (tenant, area, code, raised);
create index ticket_change on ticket.ticket (change) where change is not null;
create index ticket_late on ticket.ticket (due) where state <> 'CLOSED' and escalation < 2;
create index ticket_asking on ticket.ticket (ask_next) where state = 'SOLVED';
create index ticket_owners on ticket.ticket (owner) where state <> 'CLOSED';

create table ticket.entry (
    tenant text not null,
    ticket uuid not null references ticket.ticket,
    nth    bigint generated always as identity,
    kind   text not null,
    said   text not null,
    how    text not null,
    author text not null,
    at     timestamptz not null,
    primary key (ticket, nth)
);
select huifang.keep_tenants_apart('ticket.entry');

--changeset huifang:ticket-2
-- Facts on their way to the archive, written in the transaction that made them true.
create table ticket.outbox (
    tenant  text not null,
    id      bigint generated always as identity primary key,
    ticket  uuid not null,
    learner uuid not null,
    course  uuid,
    title   text not null,
    state   text not null,
    said    text not null,
    author  text not null,
    at      timestamptz not null
);
select huifang.keep_tenants_apart('ticket.outbox');
create index outbox_ticket on ticket.outbox (ticket);

-- What raisers are told; it stands on their own page, and a channel brings it where one is there and may.
create table ticket.message (
    tenant   text not null,
    id       uuid primary key,
    ticket   uuid not null references ticket.ticket,
    change   uuid references ticket.change,
    learner  uuid not null,
    kind     text not null check (kind in ('ASK', 'REPLY', 'CHANGE')),
    said     text not null,
    at       timestamptz not null,
    next_try timestamptz,
    sent     timestamptz,
    channel  text not null default '',
    why      text not null default '',
    check (sent is null or next_try is null)
);
select huifang.keep_tenants_apart('ticket.message');
create unique index message_change on ticket.message (change, ticket) where change is not null;
create index message_ticket on ticket.message (ticket, at);
create index message_trying on ticket.message (next_try) where next_try is not null;

--changeset huifang:ticket-3
-- course: all zeros is "all"
create table ticket.rule (
    tenant  text not null,
    area    text not null,
    course  uuid not null,
    account uuid not null,
    primary key (tenant, area, course)
);
select huifang.keep_tenants_apart('ticket.rule');

create table ticket.term (
    tenant        text not null,
    area          text not null,
    respond_hours integer not null,
    resolve_days  integer not null,
    primary key (tenant, area)
);
select huifang.keep_tenants_apart('ticket.term');

create table ticket.code (
    tenant text not null,
    area   text not null,
    code   text not null,
    name   text not null,
    nth    bigint generated always as identity,
    gone   boolean not null default false,
    primary key (tenant, area, code)
);
select huifang.keep_tenants_apart('ticket.code');

create table ticket.limits (
    tenant           text primary key,
    low_satisfaction integer not null,
    asks             integer not null,
    ask_days         integer not null
);
select huifang.keep_tenants_apart('ticket.limits');

create table ticket.cursor (
    tenant   text not null,
    name     text primary key,
    position text not null
);
select huifang.keep_tenants_apart('ticket.cursor');
insert into ticket.cursor (tenant, name, position) values ('*', 'timeline', '');

create table ticket.secret (
    tenant text not null,
    name   text primary key,
    key    bytea not null
);
select huifang.keep_tenants_apart('ticket.secret');

--changeset huifang:ticket-4
-- Who is to be told that a ticket is late: by e-mail, where the name they sign in with is an address.
create table ticket.alarm (
    tenant   text not null,
    id       uuid primary key,
    ticket   uuid not null references ticket.ticket,
    account  uuid not null,
    level    integer not null,
    at       timestamptz not null,
    next_try timestamptz,
    sent     timestamptz
);
select huifang.keep_tenants_apart('ticket.alarm');
create index alarm_waiting on ticket.alarm (next_try) where next_try is not null;

--changeset huifang:ticket-5
-- When the raiser first looked at the page that asks; what was neither sent nor opened came to nobody.
alter table ticket.message add column opened timestamptz;

--changeset huifang:ticket-6
-- A wait ends by itself. Those that stand since before this have about as long as others, from when they began.
alter table ticket.ticket add column wait_until timestamptz;
update ticket.ticket set wait_until = paused + interval '5 days' where state = 'WAITING';
alter table ticket.ticket add check ((wait_until is null) = (state <> 'WAITING'));
create index ticket_waits on ticket.ticket (wait_until) where state = 'WAITING';
