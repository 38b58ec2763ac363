// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.learner;

import com.vaadin.flow.i18n.I18NProvider;
import java.time.Instant;
import java.util.UUID;
import org.huifang.api.archive.LearnerFile;
import org.huifang.api.revisit.Obligation;
import org.huifang.ui.parts.Words;
import org.jspecify.annotations.Nullable;

/** What a contact is about, in a learner's words. */
final class Asked {
    private Asked() {
    }

    static String about(String step) {
        return switch (step) {
            case "first" -> I18NProvider.translate("me.about.first");
            case "mid" -> I18NProvider.translate("me.about.mid");
            case "end" -> I18NProvider.translate("me.about.end");
            default -> Words.contact(step);
        };
    }

    /** What a consent is for; a school's own purposes are shown as they are. */
    static String purpose(String purpose) {
        return switch (purpose) {
            case "revisit" -> I18NProvider.translate("me.for.revisit");
            case "survey" -> I18NProvider.translate("me.for.survey");
            case "care" -> I18NProvider.translate("me.for.care");
            case "recording" -> I18NProvider.translate("me.for.recording");
            case "marketing" -> I18NProvider.translate("me.for.marketing");
            default -> purpose;
        };
    }

    static String course(LearnerFile file, @Nullable UUID course) {
        return file.enrolments().stream().filter(enrolment -> enrolment.course().equals(course))
                .map(enrolment -> enrolment.courseTitle()).findFirst().orElse("");
    }

    /** When a call was promised, or null: only the last word counts. */
    static @Nullable Instant promised(Obligation owed) {
        return owed.state().open() && !owed.attempts().isEmpty() ? owed.attempts().getLast().callBack() : null;
    }
}
