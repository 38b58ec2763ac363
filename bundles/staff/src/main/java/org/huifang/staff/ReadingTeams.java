// SPDX-License-Identifier: Apache-2.0
package org.huifang.staff;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.identity.Account;
import org.huifang.api.staff.Absence;
import org.huifang.api.staff.TrainingRecord;
import org.huifang.persistence.Sql;

/** A team from its tables, in five small reads. */
final class ReadingTeams {
    private ReadingTeams() {
    }

    static Team read(Sql sql, TenantId tenant, List<Account> accounts) throws SQLException {
        return new Team(accounts, profiles(sql, tenant), absences(sql, tenant),
                new HashSet<>(sql.list("select training from staff.required where tenant = ?", row -> row.getString(1),
                        tenant.value())),
                trainings(sql, tenant), responsible(sql, tenant));
    }

    private static Map<UUID, Team.Profile> profiles(Sql sql, TenantId tenant) throws SQLException {
        Map<UUID, Team.Profile> profiles = new HashMap<>();
        sql.list("select * from staff.profile where tenant = ?",
                row -> profiles.put(Sql.id(row, "account"), new Team.Profile(Sql.texts(row, "languages"),
                        Sql.ids(row, "courses"), Sql.texts(row, "skills"), row.getInt("minutes"))),
                tenant.value());
        return profiles;
    }

    private static List<Absence> absences(Sql sql, TenantId tenant) throws SQLException {
        return sql.list("select * from staff.absence where tenant = ? order by first_day, id",
                row -> new Absence(Sql.id(row, "id"), Sql.id(row, "account"),
                        row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class),
                        Sql.id(row, "cover")),
                tenant.value());
    }

    private static List<TrainingRecord> trainings(Sql sql, TenantId tenant) throws SQLException {
        return sql.list("select * from staff.training where tenant = ? order by passed desc, training, id",
                row -> new TrainingRecord(Sql.id(row, "id"), Sql.id(row, "account"), row.getString("training"),
                        row.getObject("passed", LocalDate.class), row.getObject("until", LocalDate.class),
                        row.getString("proof")),
                tenant.value());
    }

    private static Map<UUID, UUID> responsible(Sql sql, TenantId tenant) throws SQLException {
        Map<UUID, UUID> responsible = new HashMap<>();
        sql.list("select course, account from staff.responsible where tenant = ? and ended is null",
                row -> responsible.put(Sql.id(row, "course"), Sql.id(row, "account")), tenant.value());
        return responsible;
    }
}
