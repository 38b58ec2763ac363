// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.huifang.ui.parts.DayField;
import org.huifang.ui.parts.Times;
import org.jspecify.annotations.Nullable;

/** When to call again: {@code 2026-11-23 19:00}, 24 hours, weeks from Monday. */
final class CallBackField extends DateTimePicker {
    private static final long serialVersionUID = 1L;

    private transient @Nullable CallHours hours;

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
        addValueChangeListener(event -> clock());
    }

    /**
     * Shows this time; times before {@code now} cannot be chosen.
     *
     * @param theirs when the person may be called, or null when that is not known
     */
    void show(@Nullable Instant at, Instant now, @Nullable CallHours theirs) {
        hours = theirs;
        show(at, now);
        clock();
    }

    void show(@Nullable Instant at, Instant now) {
        setInvalid(false);
        setMin(Times.local(now).withSecond(0).withNano(0));
        setValue(at == null ? null : Times.local(at));
    }

    @Nullable
    Instant instant() {
        return getValue() == null ? null : Times.instant(getValue());
    }

    private Optional<String> forbidden(Instant at) {
        var theirs = hours;
        return theirs == null || theirs.allows(at)
                ? Optional.empty()
                : Optional.of(theirs.next(at)
                        .map(next -> getTranslation("revisit.callback.forbidden", Times.clock(at, theirs.zone()),
                                Times.stamp(next)))
                        .orElseGet(() -> getTranslation("revisit.may.nohours")));
    }

    /** What the clock of the person shows then, where it shows another time. */
    private void clock() {
        var at = instant();
        var theirs = hours;
        setHelperText(
                at == null || theirs == null || Times.clock(at, theirs.zone()).equals(Times.clock(at, Times.zone()))
                        ? null
                        : getTranslation("revisit.callback.theirs", Times.clock(at, theirs.zone()),
                                theirs.zone().getId()));
    }

    /** The time, or null after saying what is wrong with it. */
    @Nullable
    Instant checked(Instant now) {
        var at = instant();
        var wrong = at == null
                ? Optional.of(getTranslation("revisit.callback.missing"))
                : !at.isAfter(now) ? Optional.of(getTranslation("revisit.callback.past")) : forbidden(at);
        if (wrong.isEmpty()) {
            setInvalid(false);
            return at;
        }
        setErrorMessage(wrong.get());
        setInvalid(true);
        focus();
        return null;
    }
}
