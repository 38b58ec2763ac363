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

--changeset huifang:revisit-4
create table revisit.plan_version (
    tenant    text not null,
    plan      uuid not null,
    version   integer not null,
    name      text not null,
    -- null: all courses
    course    uuid,
    -- null: all types of customers
    tag       text,
    status    text not null check (status in ('DRAFT', 'LIVE', 'REPLACED', 'STOPPED')),
    published timestamptz,
    by        uuid,
    note      text not null default '',
    -- what became of steps whose time was over for those who were there already
    past      text not null default 'SKIP',
    past_days integer not null default 0,
    primary key (plan, version),
    check ((published is null) = (status = 'DRAFT'))
);
select huifang.keep_tenants_apart('revisit.plan_version');
create unique index plan_version_draft on revisit.plan_version (plan) where status = 'DRAFT';
create unique index plan_version_live on revisit.plan_version (plan) where status = 'LIVE';
create unique index plan_version_scope on revisit.plan_version
    (tenant, coalesce(course, '00000000-0000-0000-0000-000000000000'), coalesce(tag, '')) where status = 'LIVE';

create table revisit.step (
    tenant      text not null,
    plan        uuid not null,
    version     integer not null,
    position    integer not null,
    code        text not null,
    name        text not null,
    kind        text not null check (kind in ('CALL', 'QUESTIONNAIRE', 'CARE')),
    anchor      text not null,
    value       integer not null,
    opens_after integer not null,
    due_after   integer not null,
    minutes     integer not null,
    notice      boolean not null,
    primary key (plan, version, code),
    foreign key (plan, version) references revisit.plan_version on delete cascade
);
select huifang.keep_tenants_apart('revisit.step');

insert into revisit.plan_version (tenant, plan, version, name, status, published)
select tenant, md5('plan:' || tenant)::uuid, 1, '', 'LIVE', '-infinity' from (select distinct tenant from revisit.plan_step) t;
insert into revisit.step (tenant, plan, version, position, code, name, kind, anchor, value, opens_after, due_after,
    minutes, notice)
select tenant, md5('plan:' || tenant)::uuid, 1, position, code, '', kind, anchor, 0, opens_after, due_after,
    case kind when 'CALL' then 5 else 0 end, kind = 'CALL' from revisit.plan_step;
drop table revisit.plan_step;

alter table revisit.course add column exam date, add column exam_at timestamptz not null default '-infinity';

-- The plan that a learner is under, what else was seen of them, and when a trigger could next become true with time.
alter table revisit.place
    add column plan uuid,
    add column first_access timestamptz,
    add column last_active timestamptz,
    add column milestones text not null default '',
    add column access_until timestamptz,
    add column access_at timestamptz,
    add column lessons_left integer,
    add column lessons_at timestamptz,
    add column test_score integer,
    add column test_passed boolean,
    add column test_at timestamptz,
    add column refund_asked timestamptz,
    add column refunded timestamptz,
    add column complained timestamptz,
    add column satisfaction integer,
    add column satisfied_at timestamptz,
    add column look_at timestamptz;
update revisit.place set plan = md5('plan:' || tenant)::uuid where owed;
create index place_plan on revisit.place (plan, course, learner);
create index place_learner on revisit.place (learner);
create index place_look on revisit.place (look_at) where look_at is not null;

create table revisit.tag (
    tenant  text not null,
    learner uuid not null,
    tag     text not null,
    worn    boolean not null,
    said    timestamptz not null,
    primary key (learner, tag)
);
select huifang.keep_tenants_apart('revisit.tag');

--changeset huifang:revisit-5
-- person: the file that the learner's belongs to. planned: null asks for planning.
alter table revisit.obligation
    drop constraint obligation_kind_check,
    add check (kind in ('CALL', 'QUESTIONNAIRE', 'CARE')),
    drop constraint obligation_tenant_learner_course_step_key,
    add column nth integer not null default 0,
    add column origin text not null default 'PLAN' check (origin in ('PLAN', 'TRIGGER', 'PROMISE', 'CARE')),
    add column title text not null default '',
    add column plan uuid,
    add column minutes integer not null default 5,
    add column notice boolean not null default false,
    add column by_hand boolean not null default false,
    add column person uuid,
    add column owner uuid not null default '00000000-0000-0000-0000-000000000000',
    -- somebody was chosen, not only named because there must be somebody
    add column assigned boolean not null default false,
    add column contact uuid,
    add column hold text,
    add column hold_until timestamptz,
    add column taken_by uuid,
    add column taken_until timestamptz,
    add unique (tenant, learner, course, step, nth);
update revisit.obligation set person = learner, plan = md5('plan:' || tenant)::uuid, minutes = case kind when 'CALL' then 5 else 0 end,
    notice = kind = 'CALL';
alter table revisit.obligation alter column person set not null;
create index obligation_person on revisit.obligation (person) where state in ('SCHEDULED', 'DUE');
create index obligation_owner on revisit.obligation (tenant, owner, due, id) where state = 'DUE' and kind <> 'QUESTIONNAIRE';
drop index revisit.obligation_queue;
create index obligation_queue on revisit.obligation (tenant, due, id) where state = 'DUE' and kind <> 'QUESTIONNAIRE';
create index obligation_contact on revisit.obligation (contact) where contact is not null;

-- One contact may be about several obligations of one person.
create table revisit.contact (
    tenant   text not null,
    id       uuid primary key,
    person   uuid not null,
    channel  text not null,
    at       timestamptz not null,
    -- how long the time at which it may be made lasts
    until    timestamptz not null default 'infinity',
    notified text not null default 'NOT_YET' check (notified in ('NOT_YET', 'SENT', 'CONFIRMED', 'MOVED', 'DECLINED')),
    -- when and how the learner was told; attempts that a provider did not take are counted
    told_at  timestamptz,
    told_by  text,
    tries    integer not null default 0,
    -- the learner or a colleague chose the time
    chosen   boolean not null default false,
    over     boolean not null default false
);
select huifang.keep_tenants_apart('revisit.contact');
create index contact_person on revisit.contact (person) where not over;
create index contact_telling on revisit.contact (at) where not over and notified = 'NOT_YET';

-- Each time somebody was contacted, notices among them: what caps count.
create table revisit.touch (
    tenant  text not null,
    person  uuid not null,
    channel text not null,
    at      timestamptz not null,
    key     text not null,
    primary key (tenant, key)
);
select huifang.keep_tenants_apart('revisit.touch');
create index touch_person on revisit.touch (person, at);

-- Whose contacts are to be planned anew, and from when on.
create table revisit.replan (
    tenant text not null,
    person uuid primary key,
    at     timestamptz not null
);
select huifang.keep_tenants_apart('revisit.replan');
create index replan_at on revisit.replan (at);
insert into revisit.replan (tenant, person, at)
select distinct on (person) tenant, person, '-infinity'::timestamptz from revisit.obligation where state in ('SCHEDULED', 'DUE');

alter table revisit.attempt add column seconds integer not null default 0;
create table revisit.feedback (
    tenant  text not null,
    attempt uuid not null,
    nth     integer not null,
    area    text not null,
    code    text not null,
    said    text not null,
    problem boolean not null,
    primary key (tenant, attempt, nth),
    foreign key (tenant, attempt) references revisit.attempt
);
select huifang.keep_tenants_apart('revisit.feedback');
create table revisit.promise (
    tenant  text not null,
    attempt uuid not null,
    nth     integer not null,
    what    text not null,
    by      timestamptz not null,
    primary key (tenant, attempt, nth),
    foreign key (tenant, attempt) references revisit.attempt
);
select huifang.keep_tenants_apart('revisit.promise');

alter table revisit.outbox
    drop constraint outbox_kind_check,
    add check (kind in ('FELL_DUE', 'REVISITED', 'ANSWERED', 'EXEMPTED', 'NOTIFIED', 'NOTICE_ANSWERED', 'FEEDBACK', 'PROMISED')),
    add column channel text,
    add column area text,
    add column code text,
    add column problem boolean;

--changeset huifang:revisit-6
create table revisit.trigger (
    tenant    text not null,
    id        uuid primary key,
    code      text not null,
    name      text not null,
    condition jsonb not null,
    course    uuid,
    tag       text,
    kind      text not null,
    due_days  integer not null,
    cool_down integer not null,
    minutes   integer not null,
    live      boolean not null,
    unique (tenant, code)
);
select huifang.keep_tenants_apart('revisit.trigger');

-- Where a trigger stands for a learner in a course: whether it is true, when it fired last, how often.
create table revisit.fired (
    tenant  text not null,
    trigger uuid not null,
    course  uuid not null,
    learner uuid not null,
    holds   boolean not null,
    last    timestamptz,
    times   integer not null,
    primary key (trigger, course, learner)
);
select huifang.keep_tenants_apart('revisit.fired');

-- What publishing found, so that it can be taken back; was: null where there was nothing.
create table revisit.before (
    tenant     text not null,
    plan       uuid not null,
    version    integer not null,
    obligation uuid not null,
    was        jsonb,
    primary key (plan, version, obligation)
);
select huifang.keep_tenants_apart('revisit.before');

--changeset huifang:revisit-7
-- What an agent is to be good at to work a case.
alter table revisit.step add column skill text;
alter table revisit.trigger add column skill text;
alter table revisit.obligation add column skill text;

--changeset huifang:revisit-8
-- Before it nothing is sent again: a provider was away, or has refused.
alter table revisit.contact add column next_try timestamptz;
-- How often a provider refused the invitation, over all contacts that were planned for it.
alter table revisit.obligation add column refused integer not null default 0;
create index contact_agreed on revisit.contact (at) where chosen and not over;

--changeset huifang:revisit-9
-- What the audit found wrong in a school, as long as it is.
create table revisit.gap (
    tenant  text primary key,
    missing bigint not null,
    unowed  bigint not null,
    since   timestamptz not null,
    -- accounts that were told, and when to tell others
    told    uuid[] not null default '{}',
    next_try timestamptz not null
);
select huifang.keep_tenants_apart('revisit.gap');

--changeset huifang:revisit-10
-- When a learner came under the plan from another, or from none; null: they joined under it.
alter table revisit.place add column plan_since timestamptz;

--changeset huifang:revisit-11
alter table revisit.outbox
    drop constraint outbox_kind_check,
    add check (kind in ('FELL_DUE', 'REVISITED', 'ANSWERED', 'EXEMPTED', 'NOTIFIED', 'NOTICE_ANSWERED', 'FEEDBACK',
        'PROMISED', 'OWED_AGAIN', 'RESCHEDULED'));

--changeset huifang:revisit-12
create index contact_inviting on revisit.contact (at) where not over;
create index obligation_given on revisit.obligation (tenant, owner) where state = 'SCHEDULED' and assigned;

--changeset huifang:revisit-13
create index place_unplanned on revisit.place (tenant, course) where owed and plan is null;

--changeset huifang:revisit-14
-- When a learner's own time in the course begins, as the platform said last, and when it said so.
alter table revisit.place
    add column access_from timestamptz,
    add column access_from_at timestamptz;

--changeset huifang:revisit-15
-- Whether learners are told before the call. Rules that there are go on as they do; who begins one now is asked.
alter table revisit.trigger add column notice boolean not null default false;
alter table revisit.trigger alter column notice set default true;
