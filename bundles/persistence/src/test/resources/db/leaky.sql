--liquibase formatted sql

--changeset leaky:tables
create table leaky.guarded (tenant text not null, id bigint primary key);
select huifang.keep_tenants_apart('leaky.guarded');
create table leaky.bare (tenant text not null, id bigint primary key);
create table leaky.no_tenant (id bigint primary key);
