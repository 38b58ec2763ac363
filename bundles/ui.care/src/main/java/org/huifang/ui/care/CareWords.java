// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.care;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;
import org.huifang.api.care.Greeted;
import org.huifang.api.care.Greeting;
import org.huifang.api.care.Greetings;
import org.huifang.api.care.Occasion;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Words;
import org.jspecify.annotations.Nullable;

/** Greetings in words. */
final class CareWords {
    private CareWords() {
    }

    /** Its name, or its occasion while it has none. */
    static String name(Greeting greeting, LocalDate today) {
        return greeting.name().isBlank() ? occasion(greeting.occasion(), today) : greeting.name();
    }

    /** When it is sent; of a festival the days that are still ahead, or else all. */
    static String occasion(Occasion occasion, LocalDate today) {
        return switch (occasion) {
            case Occasion.Birthday() -> text("care.on.birthday");
            case Occasion.Festival(var days) -> {
                var ahead = days.stream().filter(day -> !day.isBefore(today)).toList();
                yield days.isEmpty()
                        ? text("care.on.festival.none")
                        : text(ahead.isEmpty() ? "care.on.festival.past" : "care.on.festival",
                                (ahead.isEmpty() ? days : ahead).stream().map(LocalDate::toString)
                                        .collect(Collectors.joining(text("care.and"))));
            }
            case Occasion.Milestone(int progress) -> text("care.on.milestone", progress);
            case Occasion.Finished() -> text("care.on.finished");
        };
    }

    static Span state(boolean live) {
        return live
                ? Pieces.badge(VaadinIcon.CHECK_CIRCLE, text("care.live"), TextColor.SUCCESS)
                : Pieces.badge(VaadinIcon.PAUSE, text("care.paused"), TextColor.SECONDARY);
    }

    static String sums(Greetings.@Nullable Sums sums, int year) {
        return sums == null
                ? text("care.sums.none", Integer.toString(year))
                : text("care.sums", Integer.toString(year), sums.sent(), sums.waiting(), sums.notSent());
    }

    static Span state(Greeted.State state) {
        return switch (state) {
            case WAITING -> Pieces.badge(VaadinIcon.CLOCK, word(state), TextColor.PRIMARY);
            case SENT -> Pieces.badge(VaadinIcon.CHECK_CIRCLE, word(state), TextColor.SUCCESS);
            case NOT_SENT -> Pieces.badge(VaadinIcon.MINUS_CIRCLE, word(state), TextColor.SECONDARY);
        };
    }

    static String word(Greeted.State state) {
        return text("care.state." + state.name().toLowerCase(Locale.ROOT));
    }

    /** Why, or on which channel. */
    static String how(Greeted greeted) {
        var reason = greeted.reason();
        if (reason != null) {
            return text("care.reason." + reason.name().toLowerCase(Locale.ROOT));
        }
        return greeted.channel().isEmpty() ? "" : Words.channel(greeted.channel());
    }

    private static String text(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }
}
