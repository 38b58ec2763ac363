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

--changeset huifang:archive-consent-1
-- Every word that was said about a consent; what holds is worked out from all of them when it is asked.
create table archive.consent (
    tenant   text not null,
    id       bigint generated always as identity primary key,
    learner  uuid not null references archive.learner,
    purpose  text collate "C" not null,
    channel  text collate "C" not null,
    basis    text collate "C" not null,
    version  text collate "C" not null,
    given    boolean not null,
    proof    text collate "C" not null,
    author   text collate "C" not null,
    source   text collate "C" not null,
    delivery text collate "C" not null,
    at       timestamptz not null,
    recorded timestamptz not null default clock_timestamp()
);
select huifang.keep_tenants_apart('archive.consent');
create index consent_learner on archive.consent (learner, at, id);

-- Of each link and order what was said last; at one instant what was taken back wins.
create table archive.link (
    tenant   text not null,
    learner  uuid not null references archive.learner,
    person   uuid not null references archive.learner,
    relation text collate "C" not null,
    linked   boolean not null,
    author   text collate "C" not null,
    at       timestamptz not null,
    primary key (learner, person, relation)
);
select huifang.keep_tenants_apart('archive.link');
create index link_person on archive.link (person);

create table archive.purchase (
    tenant   text not null,
    source   text collate "C" not null,
    order_id text collate "C" not null,
    learner  uuid not null references archive.learner,
    title    text not null,
    kind     text collate "C" not null,
    until    timestamptz,
    at       timestamptz not null,
    primary key (tenant, source, order_id)
);
select huifang.keep_tenants_apart('archive.purchase');
create index purchase_learner on archive.purchase (learner);

--changeset huifang:archive-consent-2
-- Rows of no tenant are the defaults that Huifang brings; every tenant may read them.
create table archive.policy (
    tenant     text not null,
    name       text collate "C" not null,
    valid_from date not null,
    value      text collate "C" not null,
    because    text not null,
    primary key (tenant, name, valid_from)
);
select huifang.keep_tenants_apart('archive.policy');
create policy defaults on archive.policy for select using (tenant = '*');

create table archive.consent_text (
    tenant     text not null,
    purpose    text collate "C" not null,
    language   text collate "C" not null,
    version    text collate "C" not null,
    body       text not null,
    valid_from date not null,
    primary key (tenant, purpose, language, version)
);
select huifang.keep_tenants_apart('archive.consent_text');
create policy defaults on archive.consent_text for select using (tenant = '*');

create table archive.legal_hold (
    tenant      text not null,
    id          uuid primary key,
    learner     uuid not null references archive.learner,
    reason      text not null,
    author      text not null,
    at          timestamptz not null,
    released    timestamptz,
    released_by text
);
select huifang.keep_tenants_apart('archive.legal_hold');
create index legal_hold_learner on archive.legal_hold (learner);

create table archive.request (
    tenant     text not null,
    id         uuid primary key,
    learner    uuid not null references archive.learner,
    field      text collate "C" not null,
    value      text not null,
    author     text not null,
    at         timestamptz not null,
    recorded   timestamptz not null default clock_timestamp(),
    accepted   boolean,
    reason     text not null default '',
    decided_by text,
    decided    timestamptz
);
select huifang.keep_tenants_apart('archive.request');
create index request_learner on archive.request (learner);
create index request_open on archive.request (tenant, recorded, id) where decided is null;

--changeset huifang:archive-consent-3 splitStatements:false
create function archive.refuse_text_change() returns trigger language plpgsql as $$
begin
    raise exception 'people agreed to this text; add a new version' using errcode = 'restrict_violation';
end $$;

--changeset huifang:archive-consent-4
create trigger agreed_to before update or delete or truncate on archive.consent_text
    for each statement execute function archive.refuse_text_change();
select set_config('huifang.tenant', '*', true);
insert into archive.policy (tenant, name, valid_from, value, because) values
    ('*', 'consent.guardian-age', '2021-11-01', '14', 'PIPL art. 28 and 31'),
    ('*', 'consent.purposes', '2021-11-01', 'revisit survey care recording marketing', 'PIPL art. 14: each purpose by itself'),
    ('*', 'consent.channels.revisit', '2021-11-01', 'phone wechat sms email lms', 'MIIT call-centre notice 2020'),
    ('*', 'consent.channels.survey', '2021-11-01', 'wechat email lms', 'PIPL art. 14'),
    ('*', 'consent.channels.care', '2021-11-01', 'phone wechat email lms', 'PIPL art. 14'),
    ('*', 'consent.channels.recording', '2021-11-01', 'phone', 'PIPL art. 14'),
    ('*', 'consent.channels.marketing', '2021-11-01', 'phone wechat sms email', 'PIPL art. 24: easy refusal'),
    ('*', 'request.fields', '2021-11-01', 'name birthDate', 'a change of these changes who consents'),
    ('*', 'retention.contact', '2021-11-01', 'P2Y', 'PIPL art. 19: no longer than needed'),
    ('*', 'retention.contact.minor', '2021-11-01', 'P1Y', 'PIPL art. 19 and 31'),
    ('*', 'retention.note', '2021-11-01', 'P2Y', 'PIPL art. 19: no longer than needed'),
    ('*', 'retention.note.minor', '2021-11-01', 'P1Y', 'PIPL art. 19 and 31'),
    ('*', 'retention.consent', '2021-11-01', 'P3Y', 'PIPL art. 56: records for at least three years');
insert into archive.consent_text (tenant, purpose, language, version, body, valid_from) values
    ('*', 'revisit', 'zh-Hans', '2026-11', '您同意我们为了解您的学习情况联系您。您可以随时撤回，不影响上课。', '2026-11-01'),
    ('*', 'revisit', 'zh-Hant', '2026-11', '您同意我們為了解您的學習情況聯繫您。您可以隨時撤回，不影響上課。', '2026-11-01'),
    ('*', 'revisit', 'en', '2026-11', 'You agree that we contact you to ask how your course is going. You can take this back at any time; your course goes on as before.', '2026-11-01'),
    ('*', 'survey', 'zh-Hans', '2026-11', '您同意我们把问卷发给您。是否填写由您决定；您可以随时撤回，不影响上课。', '2026-11-01'),
    ('*', 'survey', 'zh-Hant', '2026-11', '您同意我們把問卷發給您。是否填寫由您決定；您可以隨時撤回，不影響上課。', '2026-11-01'),
    ('*', 'survey', 'en', '2026-11', 'You agree that we send you questionnaires. Whether you answer is up to you. You can take this back at any time; your course goes on as before.', '2026-11-01'),
    ('*', 'care', 'zh-Hans', '2026-11', '您同意我们在生日、学习里程碑等时候问候您。您可以随时撤回，不影响上课。', '2026-11-01'),
    ('*', 'care', 'zh-Hant', '2026-11', '您同意我們在生日、學習里程碑等時候問候您。您可以隨時撤回，不影響上課。', '2026-11-01'),
    ('*', 'care', 'en', '2026-11', 'You agree that we send you greetings, for example on your birthday or when you finish a part of your course. You can take this back at any time; your course goes on as before.', '2026-11-01'),
    ('*', 'recording', 'zh-Hans', '2026-11', '您同意我们在告知您之后对通话录音，用于核对内容和改进服务。您可以随时撤回，不录音也能通话。', '2026-11-01'),
    ('*', 'recording', 'zh-Hant', '2026-11', '您同意我們在告知您之後對通話錄音，用於核對內容和改進服務。您可以隨時撤回，不錄音也能通話。', '2026-11-01'),
    ('*', 'recording', 'en', '2026-11', 'You agree that we record calls after telling you, to check what was said and to improve. You can take this back at any time; we can talk without recording.', '2026-11-01'),
    ('*', 'marketing', 'zh-Hans', '2026-11', '您同意我们向您介绍其他课程。您可以随时撤回，不影响上课。', '2026-11-01'),
    ('*', 'marketing', 'zh-Hant', '2026-11', '您同意我們向您介紹其他課程。您可以隨時撤回，不影響上課。', '2026-11-01'),
    ('*', 'marketing', 'en', '2026-11', 'You agree that we tell you about other courses. You can take this back at any time; your course goes on as before.', '2026-11-01');

--changeset huifang:archive-consent-5
create function archive.purchase_weight(kind text) returns integer immutable language sql as
    'select case kind when ''REFUNDED'' then 2 when ''RENEWED'' then 1 else 0 end';

--changeset huifang:archive-search-1
create extension if not exists pg_trgm schema public;
-- What files are found by; see keep_tenants_apart_when_joined. Never shown: of its rows only learners are read, and only
-- joined with archive.learner. The name is there again so that many hits are put in order without looking each one up.
create table archive.search (
    tenant  text not null,
    learner uuid primary key references archive.learner,
    name    text collate "zh-x-icu" not null,
    words   tsvector not null,
    plain   text collate "C" not null
);
select huifang.keep_tenants_apart_when_joined('archive.search');
create index search_words on archive.search using gin (words);
create index search_plain on archive.search using gin (plain gin_trgm_ops);

alter table archive.learner
    add findable boolean not null default false,
    -- of every field the value that holds
    add held     jsonb not null default '{}';
create index learner_unfindable on archive.learner (id) where not findable;

--changeset huifang:archive-segments-1
create table archive.tag (
    tenant  text not null,
    learner uuid not null references archive.learner,
    tag     text collate "zh-x-icu" not null,
    worn    boolean not null,
    author  text collate "C" not null,
    at      timestamptz not null,
    primary key (learner, tag)
);
select huifang.keep_tenants_apart('archive.tag');
create index tag_worn on archive.tag (tenant, tag) where worn;
-- whose parts a file is shown with, itself included
create index learner_root on archive.learner (coalesce(merged_into, id));
create index learner_created on archive.learner (tenant, created, id) where listed;

create table archive.segment (
    tenant    text not null,
    id        uuid primary key,
    name      text collate "zh-x-icu" not null,
    condition jsonb not null,
    columns   text[] not null,
    sort      text collate "C" not null,
    -- null: everybody's
    owner     uuid
);
select huifang.keep_tenants_apart('archive.segment');
create index segment_name on archive.segment (tenant, name);

--changeset huifang:archive-quality-1
-- Rows of no tenant are the defaults that Huifang brings. The place is the order of what changes a decision first.
create table archive.field_policy (
    tenant   text not null,
    field    text collate "C" not null,
    need     text collate "C" not null,
    max_days integer,
    place    integer not null,
    primary key (tenant, field)
);
select huifang.keep_tenants_apart('archive.field_policy');
create policy defaults on archive.field_policy for select using (tenant = '*');

-- Values that were held against the person or a document.
create table archive.checked (
    tenant   text not null,
    id       bigint generated always as identity primary key,
    learner  uuid not null references archive.learner,
    field    text collate "C" not null,
    value    text not null,
    correct  boolean not null,
    at       timestamptz not null
);
select huifang.keep_tenants_apart('archive.checked');
create index checked_learner on archive.checked (learner, field, at);

alter table archive.learner add keeper uuid, add keeper_at timestamptz;

--changeset huifang:archive-quality-2
-- One count of a tenant's files, some thousand at a time, up to the file "after".
create table archive.quality_run (
    tenant text not null,
    id     bigint generated always as identity primary key,
    as_of  timestamptz not null,
    after  uuid not null default '00000000-0000-0000-0000-000000000000',
    files  bigint not null default 0,
    kept   bigint not null default 0,
    lag_millis bigint,
    done   boolean not null default false
);
select huifang.keep_tenants_apart('archive.quality_run');
create unique index quality_run_open on archive.quality_run (tenant) where not done;
create index quality_run_last on archive.quality_run (tenant, id) where done;

create table archive.quality_field (
    tenant    text not null,
    run       bigint not null references archive.quality_run on delete cascade,
    field     text collate "C" not null,
    need      text collate "C" not null,
    max_days  integer,
    place     integer not null,
    filled    bigint not null default 0,
    in_time   bigint not null default 0,
    conflicts bigint not null default 0,
    traceable bigint not null default 0,
    primary key (run, field)
);
select huifang.keep_tenants_apart('archive.quality_field');

create table archive.quality_stale (
    tenant  text not null,
    run     bigint not null references archive.quality_run on delete cascade,
    last    timestamptz not null,
    learner uuid not null references archive.learner,
    field   text collate "C" not null,
    primary key (run, last, learner, field)
);
select huifang.keep_tenants_apart('archive.quality_stale');

create table archive.review_round (
    tenant     text not null,
    id         uuid primary key,
    seed       bigint not null,
    population bigint not null,
    author     text not null,
    started    timestamptz not null
);
select huifang.keep_tenants_apart('archive.review_round');
create index review_round_started on archive.review_round (tenant, started, id);

create table archive.review_item (
    tenant  text not null,
    round   uuid not null references archive.review_round,
    place   integer not null,
    learner uuid not null references archive.learner,
    field   text collate "C" not null,
    value   text not null,
    primary key (round, place)
);
select huifang.keep_tenants_apart('archive.review_item');
create index review_item_learner on archive.review_item (learner);

-- Recorded in about this order, so a few pages of index do.
create index timeline_recorded on archive.timeline using brin (recorded);
select set_config('huifang.tenant', '*', true);
insert into archive.field_policy (tenant, field, need, max_days, place) values
    ('*', 'name', 'REQUIRED', null, 1),
    ('*', 'contact', 'REQUIRED', null, 2),
    ('*', 'phone', 'USEFUL', 365, 3),
    ('*', 'hours', 'USEFUL', 180, 4),
    ('*', 'channel', 'USEFUL', 365, 5),
    ('*', 'goal', 'REQUIRED', 365, 6),
    ('*', 'email', 'USEFUL', 365, 7),
    ('*', 'wechat', 'NOT_NEEDED', null, 8),
    ('*', 'timeZone', 'NOT_NEEDED', null, 9),
    ('*', 'locale', 'NOT_NEEDED', null, 10),
    ('*', 'birthDate', 'NOT_NEEDED', null, 11),
    ('*', 'address', 'NOT_NEEDED', null, 12),
    ('*', 'reading', 'NOT_NEEDED', null, 13);

--changeset huifang:archive-consent-6
select set_config('huifang.tenant', '*', true);
insert into archive.policy (tenant, name, valid_from, value, because) values
    ('*', 'consent.contract', '2021-11-01', 'revisit survey', 'PIPL art. 13(1)(2): necessary to perform the contract');

--changeset huifang:archive-reach-1
alter table archive.learner
    -- month and day of the birth date that holds, as 02-29
    add birthday text collate "C" generated always as (
        case when (held ->> 'birthDate') collate "C" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'
            then substr(held ->> 'birthDate', 6) end) stored;
create index learner_birthday on archive.learner (tenant, birthday, id) where listed and birthday is not null;

--changeset huifang:archive-quality-3
-- Of the files of each keeper: required values that are filled, values with an age, those not too old.
create table archive.quality_keeper (
    tenant  text not null,
    run     bigint not null references archive.quality_run on delete cascade,
    keeper  uuid not null,
    files   bigint not null,
    filled  bigint not null,
    timed   bigint not null,
    in_time bigint not null,
    primary key (run, keeper)
);
select huifang.keep_tenants_apart('archive.quality_keeper');

--changeset huifang:archive-same-1 splitStatements:false
-- What two spellings of one value have in common: as identity_value.norm, and of what has none the value itself.
create function archive.same(field text, value text) returns text immutable parallel safe language sql as $$
    select case when $1 = 'email' then lower(btrim($2) collate "C")
        when $1 = 'phone' and length(regexp_replace($2 collate "C", '[^0-9]', '', 'g')) >= 7
            then right(regexp_replace($2 collate "C", '[^0-9]', '', 'g'), 10)
        else $2 end collate "C"
$$;

--changeset huifang:archive-same-2
select set_config('huifang.tenant', '*', true);
-- as they are since kept from the beginning: a check is of the value without space around it
update archive.identity_value set value = btrim(value, E' \t\n\r') where value <> btrim(value, E' \t\n\r');
-- which value holds, and which file is hidden, is decided otherwise than before
insert into archive.reshow (tenant) select distinct tenant from archive.learner
    on conflict (tenant) do update set after = excluded.after;

--changeset huifang:archive-withdrawn-1
create index learner_withdrawn on archive.learner (tenant) where withdrawn;


--changeset huifang:archive-seal-1 splitStatements:false
-- What a fact is when it is sealed. The id of a file is random, so the digest tells nothing of a fact that was erased.
create function archive.digest(fact archive.timeline) returns bytea stable parallel safe language sql as $$
    select sha256(convert_to(jsonb_build_array(fact.xact::text, fact.id, fact.tenant, fact.learner, fact.course,
        fact.kind, fact.fact, fact.source, (extract(epoch from fact.at) * 1000000)::bigint,
        (extract(epoch from fact.recorded) * 1000000)::bigint)::text, 'UTF8'))
$$;

--changeset huifang:archive-seal-2
-- A hash chain for each tenant over its facts in the order (xact, id), each block up to that of its end.
create table archive.block (
    tenant text not null,
    n      bigint not null,
    xact   xid8 not null,
    id     bigint not null,
    facts  bigint not null,
    total  bigint not null,
    hash   bytea not null,
    primary key (tenant, n)
);
select huifang.keep_tenants_apart('archive.block');
create index block_end on archive.block (xact, id);
create trigger append_only before update or delete or truncate on archive.block
    for each statement execute function archive.refuse_change();
revoke update, delete, truncate on archive.block from current_user, public;

create table archive.anchor (
    tenant text not null,
    day    date not null,
    n      bigint not null,
    total  bigint not null,
    hash   bytea not null,
    primary key (tenant, day)
);
select huifang.keep_tenants_apart('archive.anchor');

-- A check of a chain: of the blocks up to n, or done.
create table archive.chain_check (
    tenant  text primary key,
    n       bigint not null default 0,
    began   timestamptz not null default clock_timestamp(),
    done    timestamptz,
    -- found by the check under way, and by the last one
    finding bigint,
    wrong   bigint
);
select huifang.keep_tenants_apart('archive.chain_check');

--changeset huifang:archive-learner-tenant-1
-- For walks over all files of one school among many.
create index learner_tenant on archive.learner (tenant, id);

--changeset huifang:archive-school-name-1
-- Empty: learners are told of no name.
insert into archive.policy (tenant, name, valid_from, value, because) values
    ('*', 'school.name', '2021-11-01', '', 'PIPL art. 17: who handles the data is named');

--changeset huifang:archive-measure-1
-- What each person answered last, and when they were reached last: of each, what is latest.
create table archive.measure (
    tenant  text not null,
    learner uuid not null,
    measure text collate "C" not null,
    value   integer not null,
    at      timestamptz not null,
    primary key (learner, measure)
);
select huifang.keep_tenants_apart('archive.measure');
create index measure_value on archive.measure (tenant, measure, value);
create index learner_keeper on archive.learner (tenant, keeper) where keeper is not null;
select set_config('huifang.tenant', '*', true);
insert into archive.measure (tenant, learner, measure, value, at)
    select distinct on (t.learner, m.measure) t.tenant, t.learner, m.measure, m.value, t.at
    from archive.timeline t cross join lateral (values
        ('SATISFACTION', case when t.kind = 'Answered' then (t.fact ->> 'satisfaction')::integer end),
        ('RECOMMENDATION', case when t.kind = 'Answered' then (t.fact ->> 'recommendation')::integer end),
        ('REACHED', case when t.kind = 'Revisited' and t.fact ->> 'outcome' = 'REACHED' then 0 end)) m (measure, value)
    where t.kind in ('Answered', 'Revisited') and t.learner is not null and m.value is not null
    order by t.learner, m.measure, t.at desc, m.value desc;

--changeset huifang:archive-types-1
-- What is wanted of a type of customer, as a tag says it; "" is of all.
alter table archive.field_policy add type text collate "C" not null default '';
alter table archive.field_policy drop constraint field_policy_pkey, add primary key (tenant, field, type);
alter table archive.quality_field add type text collate "C" not null default '', add files bigint not null default 0;
alter table archive.quality_field drop constraint quality_field_pkey, add primary key (run, field, type);
alter table archive.quality_keeper add wanted bigint not null default 0;
select set_config('huifang.tenant', '*', true);
update archive.quality_field f set files = r.files from archive.quality_run r where r.id = f.run;
update archive.quality_keeper k set wanted = k.files * (select count(*) from archive.quality_field f
    where f.run = k.run and f.need = 'REQUIRED');
create index quality_stale_learner on archive.quality_stale (learner, run);
