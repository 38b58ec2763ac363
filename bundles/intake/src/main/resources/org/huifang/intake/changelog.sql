--liquibase formatted sql

--changeset intake:files
create table intake.file (
  tenant text not null,
  id uuid primary key,
  name text not null,
  bytes bigint not null,
  format text not null,
  digest text not null,
  stored timestamptz not null,
  kept boolean not null default true
);
create index file_by_digest on intake.file (tenant, digest);
select huifang.keep_tenants_apart('intake.file');
-- In the database and not on a disk: any node may have to go on with a run.
create table intake.piece (
  tenant text not null,
  file uuid not null references intake.file,
  number int not null,
  content bytea not null,
  primary key (file, number)
);
select huifang.keep_tenants_apart('intake.piece');

--changeset intake:runs
create table intake.run (
  tenant text not null,
  id uuid primary key,
  file uuid not null references intake.file,
  charset text not null,
  delimiter text not null,
  sheet int not null,
  headed boolean not null,
  header text[] not null,
  columns text[] not null,
  list text not null,
  state text not null,
  rows bigint not null default -1,
  undone bigint not null default 0,
  author uuid not null,
  uploaded timestamptz not null,
  begun timestamptz,
  ended timestamptz,
  failure text,
  failed_at bigint not null default 0
);
create index run_newest on intake.run (tenant, uploaded desc, id desc);
create index run_busy on intake.run (begun) where state in ('CHECKING', 'RUNNING', 'UNDOING');
select huifang.keep_tenants_apart('intake.run');
-- Written before the archive is told, so that a run that was cut off counts as it was going to.
create table intake.chunk (
  tenant text not null,
  run uuid not null references intake.run,
  phase text not null,
  number int not null,
  done boolean not null,
  creates bigint not null,
  updates bigint not null,
  conflicts bigint not null,
  unchanged bigint not null,
  skipped bigint not null,
  errors bigint not null,
  primary key (run, phase, number)
);
select huifang.keep_tenants_apart('intake.chunk');
create table intake.person (
  tenant text not null,
  run uuid not null references intake.run,
  number bigint generated always as identity primary key,
  source text not null,
  subject text not null
);
create index person_of_run on intake.person (run, number);
select huifang.keep_tenants_apart('intake.person');
create table intake.mark (
  tenant text not null,
  run uuid not null references intake.run,
  digest text not null,
  line bigint not null,
  primary key (run, digest)
);
select huifang.keep_tenants_apart('intake.mark');
create table intake.finding (
  tenant text not null,
  run uuid not null references intake.run,
  phase text not null,
  number bigint generated always as identity primary key,
  kind text not null,
  line bigint not null,
  name text not null,
  field text not null,
  value text not null,
  reason text not null,
  detail text not null
);
create index finding_of_run on intake.finding (run, phase, kind, number);
select huifang.keep_tenants_apart('intake.finding');

--changeset intake:rosters
-- What a list's school says: of each record the version that was said last. Personal data only until it is told.
create table intake.roster_record (
  tenant text not null,
  list text not null,
  kind text not null,
  id text not null,
  active boolean not null,
  version timestamptz not null,
  said text not null,
  first text not null,
  second text not null,
  word text not null,
  title text not null,
  begins date,
  ends date,
  content text,
  run uuid not null,
  told text,
  key_source text,
  key_context text,
  primary key (tenant, list, kind, id)
);
create index roster_by_first on intake.roster_record (tenant, list, kind, first);
create index roster_by_second on intake.roster_record (tenant, list, second) where kind = 'ENROLMENT';
select huifang.keep_tenants_apart('intake.roster_record');
create table intake.roster_staged (
  tenant text not null,
  run uuid not null,
  kind text not null,
  id text not null,
  line bigint not null,
  active boolean not null,
  version timestamptz not null,
  said text not null,
  first text not null,
  second text not null,
  word text not null,
  title text not null,
  begins date,
  ends date,
  content text,
  met boolean not null default false,
  staged timestamptz not null,
  primary key (run, kind, id)
);
select huifang.keep_tenants_apart('intake.roster_staged');
-- What a record said before a run, null where there was none; without it no way back.
create table intake.roster_before (
  tenant text not null,
  run uuid not null,
  kind text not null,
  id text not null,
  was jsonb,
  primary key (run, kind, id)
);
select huifang.keep_tenants_apart('intake.roster_before');
-- At this time all records of the kind were listed: what was said before and not then does not hold.
create table intake.roster_sweep (
  tenant text not null,
  list text not null,
  kind text not null,
  at timestamptz not null,
  run uuid not null,
  primary key (tenant, list, kind, at, run)
);
select huifang.keep_tenants_apart('intake.roster_sweep');
-- What the files or the pull of a run were said to be: which kinds are whole, and at what time.
create table intake.roster_run (
  tenant text not null,
  run uuid primary key,
  list text not null,
  name text not null,
  whole text[] not null default '{}',
  swept text[] not null default '{}',
  whole_at timestamptz,
  begun timestamptz not null
);
select huifang.keep_tenants_apart('intake.roster_run');
create view intake.roster_live with (security_invoker = true) as
  select r.*, r.active and r.version >= coalesce((select max(at) from intake.roster_sweep s where s.tenant = r.tenant
    and s.list = r.list and s.kind = r.kind), '-infinity') as live from intake.roster_record r;
-- What cannot be taken of a roster that comes record by record is noted before its import begins.
alter table intake.chunk drop constraint chunk_run_fkey;
alter table intake.finding drop constraint finding_run_fkey;

--changeset intake:undo
-- The last person of whom all was taken back.
alter table intake.run add undone_to bigint not null default 0;
