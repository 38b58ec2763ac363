// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.plan;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.Collection;
import java.util.TreeSet;
import org.huifang.ui.parts.Words;
import org.jspecify.annotations.Nullable;

/** What an agent is to be good at: a skill of the team, or any word, or nothing in particular. */
final class SkillField extends ComboBox<String> {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 40;

    private final transient TreeSet<String> skills = new TreeSet<>(Words.SKILLS);

    SkillField(Collection<String> team, Runnable changed) {
        skills.addAll(team);
        setLabel(getTranslation("plans.field.skill"));
        setPlaceholder(getTranslation("plans.skill.any"));
        setHelperText(getTranslation("plans.skill.help"));
        setItemLabelGenerator(Words::skill);
        setItems(skills);
        setClearButtonVisible(true);
        setWidth("18rem");
        setMaxWidth("100%");
        setAllowCustomValue(true);
        addCustomValueSetListener(event -> {
            var typed = event.getDetail().strip();
            if (!typed.isEmpty() && typed.length() <= MOST) {
                show(typed);
                changed.run();
            }
        });
        addValueChangeListener(event -> {
            if (event.isFromClient()) {
                changed.run();
            }
        });
    }

    void show(@Nullable String skill) {
        if (skill != null && skills.add(skill)) {
            setItems(skills);
        }
        setValue(skill);
    }
}
