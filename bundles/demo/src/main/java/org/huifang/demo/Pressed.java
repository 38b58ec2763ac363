// SPDX-License-Identifier: Apache-2.0
package org.huifang.demo;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A button of the course page with what was filled in beside it. */
final class Pressed {
    private static final int MOST_TEXT = 500;
    private static final int MOST = 100;
    private final HttpServletRequest request;
    private final Classroom classroom;
    private final Timekeeper time;

    Pressed(HttpServletRequest request, Classroom classroom, Timekeeper time) {
        this.request = request;
        this.classroom = classroom;
        this.time = time;
    }

    /** False when there is no such button, or what was filled in cannot be. */
    boolean done() {
        try {
            return act(text("what"), text("person"));
        } catch (DateTimeException | NumberFormatException notThat) {
            return false;
        }
    }

    private boolean act(String what, String person) {
        switch (what) {
            case "enrol" -> classroom.enrol();
            case "lesson" -> classroom.completeLesson(person);
            case "finish" -> classroom.finish(person);
            case "leave" -> classroom.leave(person);
            case "test" -> classroom.takeTest(person, Objects.requireNonNull(number("score", "0")));
            case "complain" -> {
                if (text("text").isBlank()) {
                    return false;
                }
                classroom.complain(person, text("text"));
            }
            case "ask-refund" -> classroom.askRefund(person, text("text"));
            case "refund" -> classroom.refund(person);
            case "access" -> {
                LocalDate until = day("until");
                Integer left = number("left", "");
                if (until == null && left == null) {
                    return false;
                }
                classroom.grantAccess(person, until, left);
            }
            case "exam" -> {
                LocalDate day = day("day");
                if (day == null) {
                    return false;
                }
                classroom.setExam(day);
            }
            case "day" -> time.pass(1);
            case "week" -> time.pass(7);
            case "month" -> time.pass(30);
            case "morning" -> time.passToMorning();
            default -> {
                return false;
            }
        }
        return true;
    }

    private String text(String name) {
        String text = Objects.requireNonNullElse(request.getParameter(name), "").strip();
        return text.substring(0, Math.min(text.length(), MOST_TEXT));
    }

    private @Nullable LocalDate day(String name) {
        String text = text(name);
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    private @Nullable Integer number(String name, String otherwise) {
        String text = text(name).isEmpty() ? otherwise : text(name);
        if (text.isEmpty()) {
            return null;
        }
        int number = Integer.parseInt(text);
        if (number < 0 || number > MOST) {
            throw new NumberFormatException(text);
        }
        return number;
    }
}
