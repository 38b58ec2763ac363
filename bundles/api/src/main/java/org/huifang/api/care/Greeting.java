// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.care;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What learners are wished, and when.
 *
 * @param name for staff
 * @param texts by language, one of {@link #LANGUAGES}
 * @param course for learners of this course only, or null
 * @param tag for learners who wear this tag only, or null
 * @param live whether it goes out
 */
public record Greeting(UUID id, String name, Occasion occasion, Map<String, Text> texts, @Nullable UUID course,
        @Nullable String tag, boolean live) {
    /** The languages that a greeting can be written in, BCP 47. */
    public static final List<String> LANGUAGES = List.of("zh-Hans", "zh-Hant", "en");
    /** What may stand in braces: {@code {name}} is how to address the learner, {@code {course}} the course's title. */
    public static final List<String> SLOTS = List.of("name", "course");

    public Greeting {
        texts = Map.copyOf(texts);
    }

    /** The same, live or not. */
    public Greeting live(boolean now) {
        return new Greeting(id, name, occasion, texts, course, tag, now);
    }

    /** In one language. */
    public record Text(String subject, String body) {
        public boolean empty() {
            return subject.isBlank() && body.isBlank();
        }
    }
}
