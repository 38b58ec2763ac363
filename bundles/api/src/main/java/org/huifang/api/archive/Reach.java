// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.archive;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How somebody can be reached, and for what they may be.
 *
 * @param person the id of the file that this id belongs to now; merged files have one
 * @param zone theirs, or null when it is not known
 * @param language BCP 47, or ""
 * @param channel the preferred one, or null
 * @param hours when they like to be called, as {@code 19:00-21:00}, or null
 * @param points contact points by channel: {@code phone}, {@code sms}, {@code email}, {@code wechat}, {@code lms};
 * a number serves calls and text messages, and for {@code lms} it is {@link PersonKey#source()}, a space and
 * {@link PersonKey#subject()}, of a platform where the person is in a course now
 * @param barriers for each purpose asked for, why a channel may not be used; a channel that is absent may be
 * @param tags that the file wears
 */
public record Reach(UUID person, String name, @Nullable ZoneId zone, String language, @Nullable String channel,
        @Nullable String hours, Map<String, String> points, Map<String, Map<String, Barrier>> barriers,
        @Nullable LocalDate birthDate, Set<String> tags) {
    public Reach {
        points = Map.copyOf(points);
        barriers = Map.copyOf(barriers);
        tags = Set.copyOf(tags);
    }

    /** Why not; as the {@link org.huifang.api.consent.Decision} of the same name. */
    public enum Barrier {
        NO_CONSENT, WITHDRAWN, MINOR, DO_NOT_CONTACT
    }

    /** Whether somebody may be contacted for this purpose on this channel. */
    public boolean may(String purpose, String channel) {
        return !barriers.getOrDefault(purpose, Map.of()).containsKey(channel);
    }
}
