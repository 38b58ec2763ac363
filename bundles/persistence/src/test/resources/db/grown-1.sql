--liquibase formatted sql

--changeset grown:thing
create table grown.thing (tenant text not null, id bigint primary key);
select huifang.keep_tenants_apart('grown.thing');
