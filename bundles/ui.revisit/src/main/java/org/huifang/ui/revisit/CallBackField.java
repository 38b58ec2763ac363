// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import java.text.DateFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.huifang.ui.parts.Times;
import org.jspecify.annotations.Nullable;

/** When to call again: {@code 2026-11-23 19:00}, 24 hours, weeks from Monday. */
final class CallBackField extends DateTimePicker {
    private static final long serialVersionUID = 1L;

    CallBackField() {
        setLabel(getTranslation("revisit.callback.label"));
        setDateAriaLabel(getTranslation("revisit.callback.date"));
        setTimeAriaLabel(getTranslation("revisit.callback.time"));
        setStep(Duration.ofMinutes(15));
        setWidthFull();
        setManualValidation(true);
        setDatePickerI18n(words(getLocale()));
        // the time part follows this locale: 24 hours everywhere
        setLocale(Locale.UK);
    }

    private DatePickerI18n words(Locale language) {
        var symbols = DateFormatSymbols.getInstance(language);
        var days = List.of(symbols.getWeekdays()).subList(1, 8);
        return new DatePickerI18n().setDateFormat("yyyy-MM-dd").setFirstDayOfWeek(1)
                .setMonthNames(List.of(symbols.getMonths()).subList(0, 12)).setWeekdays(days)
                .setWeekdaysShort(List.of(symbols.getShortWeekdays()).subList(1, 8))
                .setToday(getTranslation("revisit.callback.today"))
                .setCancel(getTranslation("revisit.callback.cancel"));
    }

    /** Shows this time; times before {@code now} cannot be chosen. */
    void show(@Nullable Instant at, Instant now) {
        setInvalid(false);
        setMin(Times.local(now).withSecond(0).withNano(0));
        setValue(at == null ? null : Times.local(at));
    }

    @Nullable
    Instant instant() {
        return getValue() == null ? null : Times.instant(getValue());
    }

    /** The time, or null after saying what is wrong with it. */
    @Nullable
    Instant checked(Instant now) {
        var at = instant();
        if (at != null && at.isAfter(now)) {
            setInvalid(false);
            return at;
        }
        setErrorMessage(getTranslation(at == null ? "revisit.callback.missing" : "revisit.callback.past"));
        setInvalid(true);
        focus();
        return null;
    }
}
