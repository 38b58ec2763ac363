// SPDX-License-Identifier: Apache-2.0
package org.huifang.events.out;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** When a hook that was not taken is sent again: the waits that Standard Webhooks 1.0 recommends, three days in all. */
final class Schedule {
    private static final List<Duration> WAITS = List.of(Duration.ofSeconds(5), Duration.ofMinutes(5),
            Duration.ofMinutes(30), Duration.ofHours(2), Duration.ofHours(5), Duration.ofHours(10),
            Duration.ofHours(14), Duration.ofHours(20), Duration.ofHours(24));
    /** A tenth more or less, so that what failed together does not come back together. */
    private static final double JITTER = 0.1;
    private static final Duration MOST_ASKED = Duration.ofHours(24);
    private static final Duration MOST_PAUSE = Duration.ofMinutes(4);

    private Schedule() {
    }

    /**
     * The wait after this many attempts; empty when it was the last one.
     *
     * @param asked what the other side asked for by Retry-After
     */
    static Optional<Duration> after(int attempts, Duration asked) {
        if (attempts > WAITS.size()) {
            return Optional.empty();
        }
        Duration wait = jittered(WAITS.get(attempts - 1));
        return Optional.of(asked.compareTo(wait) > 0 ? asked : wait);
    }

    /** How long an endpoint that failed so often in a row is left alone with everything else: less than any wait. */
    static Duration pause(int failures, Duration asked) {
        Duration pause = Duration.ofSeconds(4L << Math.min(failures - 1, 6));
        Duration bounded = pause.compareTo(MOST_PAUSE) > 0 ? MOST_PAUSE : pause;
        return asked.compareTo(bounded) > 0 ? asked : bounded;
    }

    /** What a Retry-After header asks for, seconds or a date, at most a day. */
    static Duration asked(@Nullable String header, Instant now) {
        if (header == null) {
            return Duration.ZERO;
        }
        String text = header.strip();
        try {
            Duration asked = text.matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(text))
                    : Duration.between(now, ZonedDateTime
                            .parse(text, DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT)).toInstant());
            return asked.isNegative() ? Duration.ZERO : asked.compareTo(MOST_ASKED) > 0 ? MOST_ASKED : asked;
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }

    private static Duration jittered(Duration wait) {
        double factor = 1 - JITTER + 2 * JITTER * ThreadLocalRandom.current().nextDouble();
        return Duration.ofMillis(Math.round(wait.toMillis() * factor));
    }
}
