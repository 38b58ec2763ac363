// SPDX-License-Identifier: Apache-2.0
package org.huifang.intake;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huifang.api.archive.Field;
import org.huifang.api.intake.RosterRecord;
import org.huifang.api.intake.RowReason;

/** Makes records of the rows of OneRoster's files, 1.1 and 1.2. */
final class RosterRow {
    private static final Set<String> STATES = Set.of("active", "tobedeleted", "inactive");
    private static final Set<String> TRUTH = Set.of("true", "false", "TRUE", "FALSE", "True", "False", "1", "0");
    private static final Set<String> IN_CLASS = Set.of("student", "teacher", "administrator", "aide", "proctor");

    private RosterRow() {
    }

    /** @param delta whether the file says what has changed, and then must say when */
    static RosterRecord read(RosterKind kind, RosterCells row, boolean delta) {
        String id = row.needed("sourcedId");
        boolean active = row.word("status", STATES, "active").equals("active");
        Instant changed = row.time("dateLastModified");
        if (delta && changed == null && row.errors().isEmpty()) {
            row.wrong("dateLastModified", "", RowReason.MISSING);
        }
        return switch (kind) {
            case TERM -> new RosterRecord.Term(id, active, changed, row.day("startDate"), row.day("endDate"));
            case SUBJECT -> new RosterRecord.Subject(id, active, changed, row.text("title"));
            case CLASS -> new RosterRecord.SchoolClass(id, active, changed, Row.cut(row.text("title")),
                    row.text("classCode"), row.text("courseSourcedId"), row.several("termSourcedIds"));
            case USER -> new RosterRecord.User(id,
                    active && row.word("enabledUser", TRUTH, "true").matches("(?i)true|1"), changed,
                    active ? person(row) : Map.of(), row.several("role"));
            case ROLE -> new RosterRecord.Role(id, active, changed, row.needed("userSourcedId"), row.needed("role"));
            case ENROLMENT -> new RosterRecord.Enrolment(id, active, changed, row.needed("classSourcedId"),
                    row.needed("userSourcedId"), role(row), row.day("beginDate"), row.day("endDate"));
        };
    }

    private static String role(RosterCells row) {
        String role = row.needed("role");
        if (!role.isEmpty() && !IN_CLASS.contains(role) && !role.startsWith("ext:")) {
            row.wrong("role", role, RowReason.NO_SUCH_WORD);
        }
        return role;
    }

    private static Map<String, String> person(RosterCells row) {
        Map<String, String> values = new HashMap<>();
        String family = first(row, "preferredFamilyName", "familyName");
        String given = first(row, "preferredGivenName", "givenName");
        if (family.isEmpty() && given.isEmpty()) {
            row.wrong("familyName", "", RowReason.MISSING);
        } else {
            put(values, row, Field.NAME, "familyName", RosterRecord.User.name(family, given));
        }
        put(values, row, Field.EMAIL, "email", row.text("email"));
        put(values, row, Field.PHONE, row.text("sms").isEmpty() ? "phone" : "sms", first(row, "sms", "phone"));
        return values;
    }

    private static String first(RosterCells row, String column, String otherwise) {
        String text = row.text(column);
        return text.isEmpty() ? row.text(otherwise) : text;
    }

    private static void put(Map<String, String> values, RosterCells row, Field field, String column, String text) {
        if (text.isEmpty()) {
            return;
        }
        switch (Mending.value(field, Mending.plain(text))) {
            case Mended.Good good -> values.put(field.key(), good.value());
            case Mended.Bad bad -> row.wrong(column, text, bad.reason());
        }
    }

    /** Of a record that came without a file, in the same way. */
    static RosterRecord mended(RosterRecord record, RosterCells row) {
        if (!(record instanceof RosterRecord.User user)) {
            return record;
        }
        Map<String, String> values = new HashMap<>();
        for (Map.Entry<String, String> one : user.values().entrySet()) {
            Field.of(one.getKey()).ifPresent(field -> put(values, row, field, one.getKey(), one.getValue()));
        }
        return new RosterRecord.User(user.id(), user.active(), user.changed(), values, user.roles());
    }

    static Map<String, Integer> columns(List<String> header) {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            columns.putIfAbsent(header.get(i).strip(), i);
        }
        return columns;
    }
}
