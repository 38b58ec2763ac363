--liquibase formatted sql

--changeset huifang:keep-tenants-apart splitStatements:false
-- The sub-selects are evaluated once per statement, not per row.
create function huifang.keep_tenants_apart(guarded regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', guarded);
  execute format('alter table %s force row level security', guarded);
  execute format('create policy tenants_apart on %s using (tenant = (select current_setting(''huifang.tenant'', true))'
    ' or (select current_setting(''huifang.tenant'', true)) = ''*'')', guarded);
end $$;

--changeset huifang:clock
create table huifang.clock (
  only_row boolean primary key default true check (only_row),
  ahead_millis bigint not null default 0 check (ahead_millis >= 0)
);
insert into huifang.clock default values;

--changeset huifang:keep-tenants-apart-when-joined splitStatements:false
-- For a table with an index of a kind that no forced policy lets the planner use (words, trigrams), because its operators
-- are not leakproof. The policy holds for every role but the owner, so the owner's queries name the tenant themselves and
-- show only what they join, by the foreign key that such a table must have, with a table that keeps tenants apart.
create function huifang.keep_tenants_apart_when_joined(guarded regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', guarded);
  execute format('create policy tenants_apart_when_joined on %s using '
    '(tenant = (select current_setting(''huifang.tenant'', true))'
    ' or (select current_setting(''huifang.tenant'', true)) = ''*'')', guarded);
end $$;
