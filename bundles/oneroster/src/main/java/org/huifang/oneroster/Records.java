// SPDX-License-Identifier: Apache-2.0
package org.huifang.oneroster;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.huifang.api.archive.Field;
import org.huifang.api.intake.RosterRecord;
import org.jspecify.annotations.Nullable;

/** Reads what a rostering service answers (OneRoster 1.2, information model section 4). */
enum Records {
    ACADEMIC_SESSIONS("academicSessions"), COURSES("courses"), CLASSES("classes"), USERS("users"), ENROLLMENTS(
            "enrollments");

    private final String collection;

    Records(String collection) {
        this.collection = collection;
    }

    /** As it stands in addresses and answers. */
    String collection() {
        return collection;
    }

    /** @throws IllegalArgumentException when it is no such record; names the record, nobody's data */
    RosterRecord read(JsonNode json) {
        String id = text(json, "sourcedId");
        if (id.isEmpty() || id.length() > 255) {
            throw new IllegalArgumentException("a record of " + collection + " without an id");
        }
        try {
            return read(json, id, !text(json, "status").equals("tobedeleted"), changed(json));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a date in " + collection + " " + id, e);
        }
    }

    private RosterRecord read(JsonNode json, String id, boolean active, @Nullable Instant changed) {
        return switch (this) {
            case ACADEMIC_SESSIONS -> new RosterRecord.Term(id, active, changed, day(json, "startDate"),
                    day(json, "endDate"));
            case COURSES -> new RosterRecord.Subject(id, active, changed, text(json, "title"));
            case CLASSES -> new RosterRecord.SchoolClass(id, active, changed, text(json, "title"),
                    text(json, "classCode"), text(json.path("course"), "sourcedId"),
                    each(json.path("terms"), "sourcedId"));
            case USERS -> new RosterRecord.User(id, active && json.path("enabledUser").asBoolean(true), changed,
                    person(json), roles(json));
            case ENROLLMENTS -> new RosterRecord.Enrolment(id, active, changed, text(json.path("class"), "sourcedId"),
                    text(json.path("user"), "sourcedId"), text(json, "role"), day(json, "beginDate"),
                    day(json, "endDate"));
        };
    }

    private static Map<String, String> person(JsonNode json) {
        Map<String, String> values = new HashMap<>();
        put(values, Field.NAME, RosterRecord.User.name(first(json, "preferredLastName", "familyName"),
                first(json, "preferredFirstName", "givenName")));
        put(values, Field.EMAIL, text(json, "email"));
        put(values, Field.PHONE, first(json, "sms", "phone"));
        return values;
    }

    private static void put(Map<String, String> values, Field field, String text) {
        if (!text.isEmpty()) {
            values.put(field.key(), text);
        }
    }

    private static String first(JsonNode json, String name, String otherwise) {
        String text = text(json, name);
        return text.isEmpty() ? text(json, otherwise) : text;
    }

    /** Those of 1.2, and the single one of 1.1. */
    private static List<String> roles(JsonNode json) {
        List<String> roles = each(json.path("roles"), "role");
        return roles.isEmpty() && !text(json, "role").isEmpty() ? List.of(text(json, "role")) : roles;
    }

    private static List<String> each(JsonNode list, String name) {
        return StreamSupport.stream(list.spliterator(), false).map(one -> text(one, name))
                .filter(one -> !one.isEmpty()).toList();
    }

    private static String text(JsonNode json, String name) {
        JsonNode value = json.path(name);
        return value.isValueNode() && !value.isNull() ? value.asText().strip() : "";
    }

    private static @Nullable LocalDate day(JsonNode json, String name) {
        String text = text(json, name);
        return text.isEmpty() ? null : LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
    }

    private static @Nullable Instant changed(JsonNode json) {
        String text = text(json, "dateLastModified");
        return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
    }
}
