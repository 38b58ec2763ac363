// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.parts;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.huifang.api.archive.Course;
import org.huifang.api.archive.TagCount;
import org.jspecify.annotations.Nullable;

/** For whom something holds: everybody, those of a course, those who wear a tag, or both. */
public final class ScopeFields extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final Select<UUID> course = new Select<>();
    private final ComboBox<String> tag = new ComboBox<>();

    /**
     * What the fields say, translated.
     *
     * @param course label of the course
     * @param allCourses stands for no course
     * @param courseGone stands for a course that was chosen and is not there any more
     * @param tag label of the tag
     * @param anyTag stands for no tag
     */
    public record Texts(String course, String allCourses, String courseGone, String tag, String anyTag) {}

    /**
     * @param courses what can be chosen, in this order
     * @param tags those that are worn; others can be typed
     * @param changed called after somebody changed a value, and not after {@link #show}
     */
    public ScopeFields(Texts texts, List<Course> courses, List<TagCount> tags, Runnable changed) {
        Map<UUID, String> titles = new LinkedHashMap<>();
        courses.forEach(each -> titles.put(each.id(), each.title()));
        course.setLabel(texts.course());
        course.setItems(titles.keySet());
        course.setEmptySelectionAllowed(true);
        course.setEmptySelectionCaption(texts.allCourses());
        course.setItemLabelGenerator(id -> id == null
                ? texts.allCourses()
                : titles.getOrDefault(id, texts.courseGone()));
        course.setWidth("14rem");
        tag.setLabel(texts.tag());
        tag.setPlaceholder(texts.anyTag());
        tag.setItems(tags.stream().map(TagCount::name).toList());
        tag.setAllowCustomValue(true);
        tag.addCustomValueSetListener(event -> {
            tag.setValue(event.getDetail().strip());
            changed.run();
        });
        tag.setClearButtonVisible(true);
        tag.setWidth("14rem");
        Fields.typed(course, changed);
        Fields.typed(tag, changed);
        getContent().addClassNames(Display.FLEX, FlexWrap.WRAP, AlignItems.BASELINE, Gap.MEDIUM);
        getContent().add(course, tag);
    }

    /** Shows these; null for everybody's. */
    public void show(@Nullable UUID ofCourse, @Nullable String withTag) {
        if (!Objects.equals(ofCourse, course.getValue())) {
            course.setValue(ofCourse);
        }
        if (!Objects.equals(withTag, tag.getValue())) {
            tag.setValue(withTag);
        }
    }

    /** Whether they can only be read. */
    public void lock(boolean locked) {
        course.setReadOnly(locked);
        tag.setReadOnly(locked);
    }

    /** Null for all courses. */
    public @Nullable UUID course() {
        return course.getValue();
    }

    /** Null for any. */
    public @Nullable String tag() {
        var value = tag.getValue();
        return value == null || value.isBlank() ? null : value;
    }
}
