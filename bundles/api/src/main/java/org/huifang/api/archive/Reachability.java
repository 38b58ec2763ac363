// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.archive;

import java.time.Instant;
import java.time.MonthDay;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Whom one can reach, how, and for what, many at a time; each answer is what {@link org.huifang.api.consent.Consents#may}
 * says at that moment. Thread-safe; throws {@link ArchiveUnavailable} as the archive does.
 */
@ProviderType
public interface Reachability {
    /** The channels that answers speak of. */
    List<String> CHANNELS = List.of("phone", "sms", "email", "wechat", "lms");

    /**
     * By the ids asked for; those without a file are absent.
     *
     * @param learners at most 10,000
     * @param purposes as {@code revisit}, {@code survey}, {@code care}
     */
    Map<UUID, Reach> of(TenantId tenant, Collection<UUID> learners, Set<String> purposes, Instant now);

    /**
     * Files of people who have their birthday on a day, by id. Who was born on a leap day has it on 28 February too.
     *
     * @param after the last id of the page before, or null
     * @param limit 1 to 10,000
     */
    List<UUID> born(TenantId tenant, MonthDay day, @Nullable UUID after, int limit);
}
