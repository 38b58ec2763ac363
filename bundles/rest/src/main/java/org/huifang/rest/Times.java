// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Function;

/** Reads times by RFC 3339 and days by ISO 8601, within the years that every part of Huifang can keep. */
final class Times<T> extends FromStringDeserializer<T> {
    private static final long serialVersionUID = 1L;
    private static final int FIRST = 1900;
    private static final int LAST = 9998;

    private final transient Function<String, T> parse;

    private Times(Class<T> type, Function<String, T> parse) {
        super(type);
        this.parse = parse;
    }

    static Times<Instant> instant() {
        return new Times<>(Instant.class, Times::moment);
    }

    static Times<LocalDate> day() {
        return new Times<>(LocalDate.class, Times::day);
    }

    /** @throws DateTimeException when it is none, or out of range */
    static Instant moment(String text) {
        OffsetDateTime time = OffsetDateTime.parse(text);
        checked(time.getYear());
        return time.toInstant();
    }

    static LocalDate day(String text) {
        LocalDate day = LocalDate.parse(text);
        checked(day.getYear());
        return day;
    }

    private static void checked(int year) {
        if (year < FIRST || year > LAST) {
            throw new DateTimeException("the year is " + FIRST + " to " + LAST);
        }
    }

    @Override
    protected T _deserialize(String value, DeserializationContext context) throws JsonMappingException {
        try {
            return parse.apply(value);
        } catch (DateTimeException e) {
            throw context.weirdStringException(value, _valueClass, "no such time");
        }
    }
}
