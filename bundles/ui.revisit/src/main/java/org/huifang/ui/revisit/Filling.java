// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.huifang.api.archive.Enrolment;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.Field;
import org.huifang.api.archive.FieldValue;
import org.huifang.api.archive.LearnerFile;
import org.huifang.api.archive.Study;
import org.huifang.api.revisit.Attempt;
import org.huifang.api.revisit.Obligation;
import org.huifang.api.revisit.Outcome;
import org.huifang.api.script.Slots;

/** What the slots of a script stand for in this call. A slot that nothing is known for is left out. */
final class Filling {
    private Filling() {
    }

    /**
     * @param course that the call is about
     * @param studies what the person has of each course
     * @param all that was ever owed to the person
     * @param agent the name of whoever calls
     * @param school its name, or ""
     * @param language that is spoken
     */
    static Map<String, String> of(LearnerFile file, UUID course, List<Study> studies, List<Obligation> all,
            String agent, String school, String language, ZoneId zone) {
        var slots = new HashMap<String, String>();
        slots.put(Slots.NAME, value(file, Field.ADDRESS).orElse(file.name()));
        file.enrolments().stream().filter(e -> e.course().equals(course)).findFirst()
                .ifPresent(enrolment -> about(slots, enrolment));
        lessonsLeft(studies, course).ifPresent(left -> slots.put(Slots.LESSONS_LEFT, left.toString()));
        value(file, Field.GOAL).ifPresent(goal -> slots.put(Slots.GOAL, goal));
        LastPromise.of(all).filter(promise -> promise.state() == null || promise.state().open())
                .ifPresent(promise -> slots.put(Slots.LAST_PROMISE, promise.what()));
        talked(all).ifPresent(at -> slots.put(Slots.LAST_CONTACT, DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(Locale.forLanguageTag(language)).format(at.atZone(zone))));
        slots.put(Slots.AGENT, agent);
        slots.put(Slots.SCHOOL, school);
        slots.values().removeIf(String::isBlank);
        return Map.copyOf(slots);
    }

    private static void about(Map<String, String> slots, Enrolment enrolment) {
        slots.put(Slots.COURSE, enrolment.courseTitle());
        slots.put(Slots.PROGRESS, enrolment.progress() + "%");
    }

    private static Optional<Integer> lessonsLeft(List<Study> studies, UUID course) {
        return studies.stream().filter(study -> study.course().equals(course)).map(Study::access)
                .filter(Objects::nonNull).map(Fact.AccessGranted::lessonsLeft).filter(Objects::nonNull).findFirst();
    }

    private static Optional<Instant> talked(List<Obligation> all) {
        return all.stream().flatMap(owed -> owed.attempts().stream())
                .filter(a -> a.outcome() == Outcome.REACHED || a.outcome() == Outcome.CALL_BACK).map(Attempt::at)
                .max(Comparator.naturalOrder());
    }

    /** The language to speak: the one on file, else that of the agent's page. */
    static String language(LearnerFile file, String otherwise) {
        return value(file, Field.LOCALE).orElse(otherwise);
    }

    private static Optional<String> value(LearnerFile file, Field field) {
        return file.value(field.key()).map(FieldValue::value).filter(value -> !value.isBlank());
    }
}
