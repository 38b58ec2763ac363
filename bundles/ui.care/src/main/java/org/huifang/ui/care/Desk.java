// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.care;

import com.vaadin.flow.i18n.I18NProvider;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Course;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.archive.LearnerSummary;
import org.huifang.api.archive.Tags;
import org.huifang.api.calendar.Calendars;
import org.huifang.api.care.Greetings;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.Mask;
import org.huifang.ui.parts.ScopeFields;
import org.jspecify.annotations.Nullable;

/** What a supervisor works with on greetings. */
record Desk(Greetings greetings, LearnerArchive archive, Tags tags, Calendars calendars, InstantSource clock) {
    static TenantId tenant() {
        return Viewer.current().tenant();
    }

    Instant now() {
        return clock.instant();
    }

    /** Today where the school is. */
    LocalDate today() {
        return LocalDate.ofInstant(now(), calendars.work(tenant()).zone());
    }

    /** For whom a greeting is meant. */
    String scope(@Nullable UUID course, @Nullable String tag) {
        if (course == null) {
            return tag == null
                    ? I18NProvider.translate("care.scope.all")
                    : I18NProvider.translate("care.scope.tag", tag);
        }
        String title = archive.course(tenant(), course).map(Course::title)
                .orElseGet(() -> I18NProvider.translate("care.course.gone"));
        return tag == null
                ? I18NProvider.translate("care.scope.course", title)
                : I18NProvider.translate("care.scope.both", title, tag);
    }

    ScopeFields scopeFields(Runnable changed) {
        var texts = new ScopeFields.Texts(I18NProvider.translate("care.course"),
                I18NProvider.translate("care.course.all"), I18NProvider.translate("care.course.gone"),
                I18NProvider.translate("care.tag"), I18NProvider.translate("care.tag.all"));
        return new ScopeFields(texts, archive.courses(tenant()), tags.all(tenant()), changed);
    }

    /** The names of these people as they stand outside the own cases. */
    Map<UUID, String> masked(Collection<UUID> learners) {
        return archive.summaries(tenant(), learners).values().stream()
                .collect(Collectors.toMap(LearnerSummary::id, person -> Mask.name(person.name())));
    }
}
