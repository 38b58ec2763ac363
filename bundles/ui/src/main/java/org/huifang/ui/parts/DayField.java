// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.parts;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.text.DateFormatSymbols;
import java.util.List;
import java.util.Locale;

/** A day as {@code 2026-11-23}, weeks from Monday. Says by itself nothing that is wrong: see {@link #checked}. */
public final class DayField extends DatePicker {
    private static final long serialVersionUID = 1L;

    /** With its label, translated. */
    public DayField(String label) {
        setLabel(label);
        setManualValidation(true);
        setWidth("11rem");
        setI18n(words(getLocale(), getTranslation("ui.day.today"), getTranslation("ui.day.cancel")));
    }

    /**
     * Says what is wrong with it, and takes the focus, when it is not right.
     *
     * @param error shown when it is not, translated
     * @return {@code right}
     */
    public boolean checked(boolean right, String error) {
        setErrorMessage(error);
        setInvalid(!right);
        if (!right) {
            focus();
        }
        return right;
    }

    /** Days in this form and a calendar in this language, for another field that picks a day. */
    public static DatePickerI18n words(Locale language, String today, String cancel) {
        var symbols = DateFormatSymbols.getInstance(language);
        return new DatePickerI18n().setDateFormat("yyyy-MM-dd").setFirstDayOfWeek(1)
                .setMonthNames(List.of(symbols.getMonths()).subList(0, 12))
                .setWeekdays(List.of(symbols.getWeekdays()).subList(1, 8))
                .setWeekdaysShort(List.of(symbols.getShortWeekdays()).subList(1, 8)).setToday(today).setCancel(cancel);
    }
}
