--liquibase formatted sql

--changeset grown:later
alter table grown.thing add later text;
