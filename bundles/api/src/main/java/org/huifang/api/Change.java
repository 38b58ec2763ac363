// SPDX-License-Identifier: Apache-2.0
package org.huifang.api;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was committed and that an open view may show: "read again", never the data itself.
 *
 * @param tenant whose
 * @param topic what kind of thing: {@code archive}, {@code revisit}, {@code evaluation}, {@code identity}, {@code platform}
 * @param learner the learner concerned, or null when it concerns many
 * @param course the course concerned, or null when it concerns many or none
 */
public record Change(TenantId tenant, String topic, @Nullable UUID learner, @Nullable UUID course) {}
