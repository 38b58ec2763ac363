// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.staff;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huifang.api.staff.Agent;
import org.huifang.ui.parts.UndoNotice;
import org.huifang.ui.parts.Words;

/** What somebody brings to the work; each change is kept at once and can be undone. */
final class ProfileForm extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final List<String> LANGUAGES = List.of("zh", "en", "yue", "nan", "ja", "ko");

    private final transient Desk desk;
    private transient Agent agent;
    private final MultiSelectComboBox<String> languages = new MultiSelectComboBox<>();
    private final MultiSelectComboBox<UUID> courses = new MultiSelectComboBox<>();
    private final MultiSelectComboBox<String> skills = new MultiSelectComboBox<>();
    private final IntegerField minutes = new IntegerField();
    private final transient Map<UUID, String> titles;
    /** What can be chosen of each. */
    private final transient Set<String> tongues = new TreeSet<>();
    private final transient Set<String> abilities = new TreeSet<>();
    private final transient Set<UUID> served = new LinkedHashSet<>();

    ProfileForm(Desk desk, Agent agent) {
        this.desk = desk;
        this.agent = agent;
        titles = desk.courses();
        free(languages, tongues, LANGUAGES, agent.languages(), "team.languages", "team.anylanguage");
        languages.setItemLabelGenerator(tag -> {
            var name = java.util.Locale.forLanguageTag(tag).getDisplayName(getLocale());
            return name.isBlank() ? tag : name;
        });
        free(skills, abilities, Words.SKILLS, agent.skills(), "team.skills", "team.noskill");
        skills.setItemLabelGenerator(Words::skill);
        courses.setLabel(getTranslation("team.courses"));
        courses.setPlaceholder(getTranslation("team.anycourse"));
        served.addAll(titles.keySet());
        served.addAll(agent.courses());
        courses.setItems(List.copyOf(served));
        courses.setItemLabelGenerator(id -> titles.getOrDefault(id, getTranslation("team.gonecourse")));
        courses.setValue(agent.courses());
        minutes.setLabel(getTranslation("team.minutes"));
        minutes.setMin(0);
        minutes.setMax(1_440);
        minutes.setStepButtonsVisible(true);
        minutes.setStep(30);
        minutes.setWidth("14rem");
        minutes.setValue(agent.minutesPerDay());
        languages.addValueChangeListener(event -> save(event.isFromClient()));
        courses.addValueChangeListener(event -> save(event.isFromClient()));
        skills.addValueChangeListener(event -> save(event.isFromClient()));
        minutes.addValueChangeListener(event -> save(event.isFromClient()));
        getContent().addClassNames(Display.FLEX, FlexWrap.WRAP, AlignItems.BASELINE, Gap.MEDIUM);
        getContent().add(languages, courses, skills, minutes);
    }

    /** Follows what others keep; a field that shows the same, or where something else is being chosen, is not touched. */
    void show(Agent now) {
        var before = agent;
        agent = now;
        if (!now.languages().equals(before.languages())) {
            put(languages, tongues, now.languages());
        }
        if (!now.courses().equals(before.courses())) {
            put(courses, served, now.courses());
        }
        if (!now.skills().equals(before.skills())) {
            put(skills, abilities, now.skills());
        }
        if (now.minutesPerDay() != before.minutesPerDay()) {
            minutes.setValue(now.minutesPerDay());
        }
    }

    /** Items only when there are more: they would close a list that is open. */
    private static <T> void put(MultiSelectComboBox<T> box, Set<T> items, Set<T> value) {
        if (items.addAll(value)) {
            box.setItems(List.copyOf(items));
        }
        box.setValue(value);
    }

    private void free(MultiSelectComboBox<String> box, Set<String> items, List<String> known, Set<String> value,
            String label, String none) {
        items.addAll(known);
        items.addAll(value);
        box.setItems(List.copyOf(items));
        box.setValue(value);
        box.setLabel(getTranslation(label));
        box.setPlaceholder(getTranslation(none));
        box.setAllowCustomValue(true);
        box.addCustomValueSetListener(event -> {
            var typed = event.getDetail().strip();
            if (!typed.isEmpty() && typed.length() <= 40) {
                var more = new TreeSet<>(box.getValue());
                more.add(typed);
                put(box, items, more);
                save(true);
            }
        });
    }

    private void save(boolean byPerson) {
        var length = minutes.getValue();
        if (!byPerson || length == null || length < 0 || length > 1_440) {
            return;
        }
        var before = agent;
        agent = new Agent(before.account(), before.name(), languages.getValue(), courses.getValue(),
                skills.getValue().stream().collect(Collectors.toSet()), length, before.absences(), before.lacking());
        if (!agent.equals(before)) {
            desk.staff().save(Desk.tenant(), agent);
            UndoNotice.show(getTranslation("team.saved", before.name()),
                    () -> desk.staff().save(Desk.tenant(), before));
        }
    }
}
