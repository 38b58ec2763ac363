--liquibase formatted sql

--changeset broken:half
create table broken.half (tenant text not null);
create table broken.other (id no_such_type);
