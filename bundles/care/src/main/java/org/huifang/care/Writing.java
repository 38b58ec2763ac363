// SPDX-License-Identifier: Apache-2.0
package org.huifang.care;

import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Course;
import org.huifang.api.archive.CourseRole;
import org.huifang.api.archive.Enrolment;
import org.huifang.api.archive.Field;
import org.huifang.api.archive.FieldValue;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.archive.LearnerFile;
import org.huifang.api.archive.Reach;
import org.huifang.api.archive.Stage;
import org.huifang.api.care.Greeting;
import org.huifang.api.channel.Message;
import org.huifang.api.consent.Policies;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes a greeting to one person, in the person's language, with the line that says how it ends. */
@Component(service = Writing.class)
public final class Writing {
    private final LearnerArchive archive;
    private final Policies policies;
    private final InstantSource clock;

    @Activate
    public Writing(@Reference LearnerArchive archive, @Reference Policies policies, @Reference InstantSource clock) {
        this.archive = archive;
        this.policies = policies;
        this.clock = clock;
    }

    Message message(Owed owed, Greeting greeting, Reach person, String to) {
        Letters letters = Letters.among(greeting.texts(), person.language());
        Greeting.Text text = Objects.requireNonNull(greeting.texts().get(letters.tag()));
        Map<String, String> slots = slots(owed, greeting, person, text, letters);
        return new Message(owed.tenant(), owed.key(), person.person(), to, letters.tag(),
                filled(text.subject(), slots), filled(text.body(), slots) + "\n\n" + lastLine(owed.tenant(), letters));
    }

    String lastLine(TenantId tenant, Letters letters) {
        return letters.last(harmless(policies.schoolName(tenant, clock.instant()), ""));
    }

    private static String filled(String text, Map<String, String> slots) {
        String filled = text;
        for (var slot : slots.entrySet()) {
            filled = filled.replace("{" + slot.getKey() + "}", slot.getValue());
        }
        return filled;
    }

    private Map<String, String> slots(Owed owed, Greeting greeting, Reach person, Greeting.Text text,
            Letters letters) {
        String all = text.subject() + text.body();
        if (!all.contains("{")) {
            return Map.of();
        }
        Optional<LearnerFile> file = archive.file(owed.tenant(), person.person());
        String name = file.flatMap(known -> known.value(Field.ADDRESS.key())).map(FieldValue::value)
                .filter(address -> !address.isBlank()).orElse(person.name());
        UUID course = owed.course() == null ? greeting.course() : owed.course();
        return Map.of("name", harmless(name, letters.someone()),
                "course", harmless(title(owed.tenant(), course, file), letters.someCourse()));
    }

    private String title(TenantId tenant, @Nullable UUID course, Optional<LearnerFile> file) {
        return course != null
                ? archive.course(tenant, course).map(Course::title).orElse("")
                : file.stream().flatMap(known -> known.enrolments().stream())
                        .filter(each -> each.role() == CourseRole.LEARNER && each.stage() != Stage.LEFT).findFirst()
                        .map(Enrolment::courseTitle).orElse("");
    }

    /** A name or a title can sell too: what platforms call things is not ours to say on such a day. */
    private static String harmless(String value, String instead) {
        return value.isBlank() || value.contains("{") || !Selling.in(value).isEmpty() ? instead : value;
    }
}
