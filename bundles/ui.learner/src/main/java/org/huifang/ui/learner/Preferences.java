// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.learner;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.huifang.api.archive.FieldValue;
import org.huifang.api.archive.LearnerFile;
import org.huifang.ui.MessageFiles;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Words;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** Channel, hours, time zone and language. */
final class Preferences extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final List<String> CHANNELS = List.of("phone", "wechat", "sms", "email", "lms");
    private static final List<String> CLOCK = IntStream.range(0, 48)
            .mapToObj(half -> String.format(Locale.ROOT, "%02d:%02d", half / 2, half % 2 * 30)).toList();

    private final transient Me me;
    private final Zone zone = new Zone();
    private final Div told = Parts.told();
    private final Select<String> channel = new Select<>();
    private final Select<String> from = new Select<>();
    private final Select<String> until = new Select<>();
    private final ComboBox<String> zoneOf = new ComboBox<>();
    private final Select<String> language = new Select<>();
    private transient @Nullable LearnerFile shown;

    Preferences(Me me) {
        this.me = me;
        getContent().add(zone);
        choice(channel, "me.prefer.channel", CHANNELS);
        channel.setItemLabelGenerator(Words::channel);
        choice(from, "me.prefer.from", CLOCK);
        choice(until, "me.prefer.until", CLOCK);
        choice(language, "me.prefer.language",
                MessageFiles.LOCALES.stream().map(Locale::toLanguageTag).toList());
        language.setItemLabelGenerator(tag -> getTranslation("me.language." + tag.toLowerCase(Locale.ROOT)));
        zoneOf.setLabel(getTranslation("me.prefer.zone"));
        zoneOf.setItems(ZoneId.getAvailableZoneIds().stream().filter(id -> id.contains("/")).sorted().toList());
        channel.addValueChangeListener(e -> changed(e.isFromClient(), "channel", e.getValue()));
        from.addValueChangeListener(e -> hours(e.isFromClient()));
        until.addValueChangeListener(e -> hours(e.isFromClient()));
        zoneOf.addValueChangeListener(e -> changed(e.isFromClient(), "timeZone", e.getValue()));
        language.addValueChangeListener(e -> changed(e.isFromClient(), "locale", e.getValue()));
        var fields = new Div(channel, from, until, zoneOf, language);
        fields.addClassNames(Display.FLEX, FlexWrap.WRAP, Gap.MEDIUM);
        zone.show(Parts.aside(getTranslation("me.prefer.how")), fields, told);
    }

    private void choice(Select<String> select, String label, List<String> items) {
        select.setLabel(getTranslation(label));
        select.setItems(items);
    }

    void refresh() {
        zone.run(() -> show(me.file()));
    }

    private void show(LearnerFile file) {
        shown = file;
        set(channel, CHANNELS, value(file, "channel"));
        var hours = value(file, "hours").split("-");
        set(from, CLOCK, hours[0]);
        set(until, CLOCK, hours.length == 2 ? hours[1] : "");
        var known = value(file, "timeZone");
        zoneOf.setValue(ZoneId.getAvailableZoneIds().contains(known) ? known : null);
        var tag = value(file, "locale");
        set(language, MessageFiles.LOCALES.stream().map(Locale::toLanguageTag).toList(),
                tag.isEmpty() ? "" : spoken(tag));
    }

    /** The one of our languages that comes closest to what is on file. */
    private static String spoken(String tag) {
        var locale = Locale.forLanguageTag(tag);
        if (!locale.getLanguage().equals("zh")) {
            return locale.getLanguage();
        }
        var traditional = locale.getScript().equals("Hant")
                || locale.getScript().isEmpty() && List.of("TW", "HK", "MO").contains(locale.getCountry());
        return traditional ? "zh-Hant" : "zh-Hans";
    }

    private static String value(LearnerFile file, String field) {
        return file.value(field).map(FieldValue::value).orElse("");
    }

    private static void set(Select<String> select, List<String> items, String value) {
        select.setValue(items.contains(value) ? value : null);
    }

    private void hours(boolean fromClient) {
        if (from.getValue() != null && until.getValue() != null) {
            if (from.getValue().compareTo(until.getValue()) >= 0) {
                Parts.tell(told, Parts.refusal(getTranslation("me.prefer.order")));
            } else {
                changed(fromClient, "hours", from.getValue() + "-" + until.getValue());
            }
        }
    }

    private void changed(boolean fromClient, String field, String value) {
        if (fromClient) {
            zone.run(() -> {
                var edited = me.edit(shown == null ? null : shown.value(field).orElse(null), field,
                        Objects.requireNonNullElse(value, ""));
                Parts.tell(told, Outcomes.of(edited, getTranslation("me.receipt.saved",
                        Words.field(field), Times.stamp(me.now()))));
                show(me.file());
            });
        }
    }
}
