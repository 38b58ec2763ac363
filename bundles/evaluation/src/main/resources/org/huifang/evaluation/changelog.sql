--liquibase formatted sql

--changeset huifang:evaluation-1
-- What the timeline says about one obligation. Times are the latest said, so facts may come in any order.
create table evaluation.obligation (
    tenant         text not null,
    id             uuid primary key,
    learner        uuid not null,
    course         uuid not null,
    step           text not null,
    due            timestamptz,
    fell_at        timestamptz,
    done_at        timestamptz,
    exempt_at      timestamptz,
    satisfaction   integer,
    recommendation integer,
    exempt         boolean generated always as (exempt_at is not null and (fell_at is null or exempt_at >= fell_at)) stored
) with (fillfactor = 80);
select huifang.keep_tenants_apart('evaluation.obligation');
create index obligation_course on evaluation.obligation (tenant, course, step);
create index obligation_learner on evaluation.obligation (learner, course) where exempt_at is not null;

create table evaluation.cursor (
    tenant   text not null,
    name     text primary key,
    position text not null
);
select huifang.keep_tenants_apart('evaluation.cursor');
insert into evaluation.cursor (tenant, name, position) values ('*', 'timeline', '');
