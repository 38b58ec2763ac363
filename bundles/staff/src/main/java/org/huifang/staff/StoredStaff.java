// SPDX-License-Identifier: Apache-2.0
package org.huifang.staff;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.identity.Accounts;
import org.huifang.api.staff.Absence;
import org.huifang.api.staff.Agent;
import org.huifang.api.staff.Staff;
import org.huifang.api.staff.TrainingRecord;
import org.huifang.persistence.Announcer;
import org.huifang.persistence.Statements;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The teams in the database. */
@Component
public final class StoredStaff implements Staff {
    private static final int LONGEST_DAY = 1_440;

    private final StaffStore store;
    private final Accounts accounts;
    private final Remembered remembered;
    private final Announcer announcer;
    private final InstantSource clock;

    @Activate
    public StoredStaff(@Reference StaffStore store, @Reference Accounts accounts, @Reference Remembered remembered,
            @Reference Announcer announcer, @Reference InstantSource clock) {
        this.store = store;
        this.accounts = accounts;
        this.remembered = remembered;
        this.announcer = announcer;
        this.clock = clock;
    }

    @Override
    public List<Agent> agents(TenantId tenant, LocalDate day) {
        return team(tenant).agents(day);
    }

    @Override
    public Optional<Agent> agent(TenantId tenant, UUID account, LocalDate day) {
        return agents(tenant, day).stream().filter(agent -> agent.account().equals(account)).findFirst();
    }

    @Override
    public void save(TenantId tenant, Agent profile) {
        if (profile.minutesPerDay() < 0 || profile.minutesPerDay() > LONGEST_DAY) {
            throw new IllegalArgumentException("a day has 0 to 1,440 minutes");
        }
        write(tenant, sql -> sql.update("""
            insert into staff.profile (tenant, account, languages, courses, skills, minutes) values (?, ?, ?, ?, ?, ?)
            on conflict (tenant, account) do update set languages = excluded.languages, courses = excluded.courses,
              skills = excluded.skills, minutes = excluded.minutes""", tenant.value(), profile.account(),
                texts(profile.languages()), profile.courses().toArray(UUID[]::new), texts(profile.skills()),
                profile.minutesPerDay()));
    }

    @Override
    public void saveAbsence(TenantId tenant, Absence absence) {
        if (absence.account().equals(absence.cover())) {
            throw new IllegalArgumentException("nobody covers for themselves");
        }
        write(tenant, sql -> sql.update("""
            insert into staff.absence (tenant, id, account, first_day, last_day, cover) values (?, ?, ?, ?, ?, ?)
            on conflict (tenant, id) do update set account = excluded.account, first_day = excluded.first_day,
              last_day = excluded.last_day, cover = excluded.cover""", tenant.value(), absence.id(), absence.account(),
                absence.from(), absence.to(), absence.cover()));
    }

    @Override
    public void removeAbsence(TenantId tenant, UUID id) {
        write(tenant, sql -> sql.update("delete from staff.absence where tenant = ? and id = ?", tenant.value(), id));
    }

    @Override
    public Set<String> required(TenantId tenant) {
        return team(tenant).required();
    }

    @Override
    public void require(TenantId tenant, Set<String> trainings) {
        write(tenant, sql -> sql.update("delete from staff.required where tenant = ? and training <> all (?)",
                tenant.value(), texts(trainings))
                + sql.update("""
                    insert into staff.required (tenant, training) select ?, unnest(?::text[]) on conflict do nothing""",
                        tenant.value(), texts(trainings)));
    }

    @Override
    public List<TrainingRecord> trainings(TenantId tenant, UUID account) {
        return team(tenant).trainings(account);
    }

    @Override
    public void passed(TenantId tenant, TrainingRecord record) {
        write(tenant, sql -> sql.update("""
            insert into staff.training (tenant, id, account, training, passed, until, proof)
            values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""", tenant.value(), record.id(), record.account(),
                record.training(), record.passed(), record.until(), record.proof()));
    }

    @Override
    public void withdraw(TenantId tenant, UUID record) {
        write(tenant,
                sql -> sql.update("delete from staff.training where tenant = ? and id = ?", tenant.value(), record));
    }

    @Override
    public Optional<UUID> responsible(TenantId tenant, @Nullable UUID course) {
        return team(tenant).responsible(course);
    }

    @Override
    public Map<UUID, UUID> responsibilities(TenantId tenant) {
        return team(tenant).responsibilities();
    }

    @Override
    public void setResponsible(TenantId tenant, @Nullable UUID course, @Nullable UUID account) {
        UUID of = course == null ? ALL_COURSES : course;
        write(tenant, sql -> {
            // Two who name somebody at the same time come one after the other.
            sql.list("select pg_advisory_xact_lock(hashtextextended(?, 0))", row -> 0, "staff " + tenant + of);
            int changed = sql.update("""
                update staff.responsible set ended = ? where tenant = ? and course = ? and ended is null
                  and account is distinct from ?::uuid""", clock.instant(), tenant.value(), of, account);
            return changed + (account == null ? 0 : sql.update("""
                insert into staff.responsible (tenant, id, course, account, since) values (?, ?, ?, ?, ?)
                on conflict do nothing""", tenant.value(), UUID.randomUUID(), of, account, clock.instant()));
        });
    }

    private Team team(TenantId tenant) {
        return remembered.team(tenant, clock.instant(), () -> {
            var people = accounts.all(tenant);
            return store.of(tenant, sql -> ReadingTeams.read(sql, tenant, people));
        });
    }

    private void write(TenantId tenant, Statements<Integer> work) {
        if (store.of(tenant, work) > 0) {
            remembered.forget();
            announcer.tell(tenant, "staff");
        }
    }

    private static String[] texts(Set<String> texts) {
        return texts.toArray(String[]::new);
    }
}
