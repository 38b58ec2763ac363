--liquibase formatted sql

--changeset huifang:oneroster-pull
create table oneroster.pull (
    tenant      text not null,
    list        text not null,
    run         uuid,
    since       timestamptz,
    as_of       timestamptz,
    collection  int not null,
    position    bigint not null,
    read        bigint not null,
    done        timestamptz,
    whole       timestamptz,
    last        timestamptz,
    records     bigint not null,
    differences boolean not null,
    news        boolean not null,
    next        timestamptz not null,
    trouble     text,
    detail      text not null,
    primary key (tenant, list)
);
select huifang.keep_tenants_apart('oneroster.pull');
