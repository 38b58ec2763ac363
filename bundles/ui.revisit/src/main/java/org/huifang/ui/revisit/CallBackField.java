// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.huifang.ui.parts.DayField;
import org.huifang.ui.parts.Times;
import org.jspecify.annotations.Nullable;

/** When to call again: {@code 2026-11-23 19:00}, 24 hours, weeks from Monday. */
final class CallBackField extends DateTimePicker {
    private static final long serialVersionUID = 1L;

    CallBackField() {
        this("revisit.callback.label");
    }

    CallBackField(String label) {
        setLabel(getTranslation(label));
        setDateAriaLabel(getTranslation("revisit.callback.date"));
        setTimeAriaLabel(getTranslation("revisit.callback.time"));
        setStep(Duration.ofMinutes(15));
        setWidthFull();
        setManualValidation(true);
        setDatePickerI18n(DayField.words(getLocale(), getTranslation("revisit.callback.today"),
                getTranslation("revisit.callback.cancel")));
        // the time part follows this locale: 24 hours everywhere
        setLocale(Locale.UK);
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
