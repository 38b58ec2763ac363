// SPDX-License-Identifier: Apache-2.0
package org.huifang.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huifang.api.intake.RowReason;

/** Reads dates as people write them. Where day and month could be either, it is not guessed. */
final class Dates {
    private static final Pattern YEAR_FIRST = Pattern
            .compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[ T]00?:00(?::00)?(?:\\.0+)?)?");
    private static final Pattern TOGETHER = Pattern.compile("((?:19|20)\\d{2})(\\d{2})(\\d{2})");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})[-/.](\\d{4})");
    private static final Pattern SERIAL = Pattern.compile("\\d{5}(?:\\.0+)?");

    private Dates() {
    }

    static Mended read(String text) {
        try {
            Matcher first = YEAR_FIRST.matcher(text);
            if (first.matches() || (first = TOGETHER.matcher(text)).matches()) {
                return good(number(first, 1), number(first, 2), number(first, 3));
            }
            Matcher last = YEAR_LAST.matcher(text);
            if (last.matches()) {
                return yearLast(number(last, 1), number(last, 3), number(last, 4), last.group(2).equals("."));
            }
            // a date that a spreadsheet made a number
            if (SERIAL.matcher(text).matches()) {
                return new Mended.Good(
                        LocalDate.of(1899, 12, 30).plusDays(Long.parseLong(text.substring(0, 5))).toString());
            }
        } catch (DateTimeException noSuchDay) {
            return new Mended.Bad(RowReason.DATE);
        }
        return new Mended.Bad(RowReason.DATE);
    }

    /** With points the day always comes first. */
    private static Mended yearLast(int one, int two, int year, boolean points) {
        if (points || one > 12 || one == two) {
            return good(year, two, one);
        }
        return two > 12 ? good(year, one, two) : new Mended.Bad(RowReason.DATE_AMBIGUOUS);
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static Mended good(int year, int month, int day) {
        return new Mended.Good(LocalDate.of(year, month, day).toString());
    }
}
