--liquibase formatted sql

--changeset leaky:tables
create table leaky.guarded (tenant text not null, id bigint primary key);
select huifang.keep_tenants_apart('leaky.guarded');
create table leaky.bare (tenant text not null, id bigint primary key);
create table leaky.no_tenant (id bigint primary key);
create table leaky.joined (tenant text not null, id bigint primary key references leaky.guarded);
select huifang.keep_tenants_apart_when_joined('leaky.joined');
create table leaky.joined_with_nothing (tenant text not null, id bigint primary key);
select huifang.keep_tenants_apart_when_joined('leaky.joined_with_nothing');
create table leaky.joined_with_bare (tenant text not null, id bigint primary key references leaky.bare);
select huifang.keep_tenants_apart_when_joined('leaky.joined_with_bare');
