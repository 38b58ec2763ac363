// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.care;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huifang.api.Page;
import org.huifang.api.TenantId;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The greetings of each school. They go out for the purpose {@code care}, within the limits that all contacts share, in
 * the learner's own day, and nobody gets one twice. A change is announced under the topic {@code care}. Thread-safe; what
 * returned is committed.
 */
@ProviderType
public interface Greetings {
    /** For what learners are asked to agree. */
    String PURPOSE = "care";

    /** Those that were not removed, by name. */
    List<Greeting> all(TenantId tenant);

    /**
     * Keeps a greeting, or replaces the one of the same id, also one that was removed. What was reached before it is live
     * brings no greeting.
     */
    Saved save(TenantId tenant, Greeting greeting);

    /** Takes a greeting away; what it brought stays in {@link #greeted}. Nothing happens when it is gone already. */
    void remove(TenantId tenant, UUID id);

    /** What in a text sells, each word once, as it was written. */
    List<String> selling(String text);

    /**
     * The line that ends each greeting of a school: who sends it, why one gets it, and how it ends.
     *
     * @param language of {@link Greeting#LANGUAGES}
     */
    String lastLine(TenantId tenant, String language);

    /**
     * Who would be greeted on these days if the greeting was live; for a milestone, who can still reach it. Looks at 500
     * people at most and changes nothing.
     *
     * @param days 1 to 366
     */
    Preview preview(TenantId tenant, Greeting greeting, LocalDate from, int days);

    /** What each greeting brought in a year; those that brought nothing are absent. */
    Map<UUID, Sums> sums(TenantId tenant, int year);

    /**
     * What became of a greeting, the newest day first.
     *
     * @param states only these
     * @param after {@link Page#next()} of the page before, or null
     * @param limit 1 to 500
     */
    Page<Greeted> greeted(TenantId tenant, UUID greeting, Collection<Greeted.State> states, @Nullable String after,
            int limit);

    /** How many people were greeted, will be, and were not. */
    record Sums(long sent, long waiting, long notSent) {}
}
