// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.archive;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A course, as its platform describes it.
 *
 * @param start first day, or null where learners start one by one
 * @param end last day, or null
 * @param learners how many belong to it now
 */
public record Course(UUID id, String title, @Nullable LocalDate start, @Nullable LocalDate end, int learners) {}
