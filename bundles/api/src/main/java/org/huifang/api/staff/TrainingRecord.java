// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.staff;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody passed a training.
 *
 * @param training as {@code calling}, {@code entry}, {@code security}
 * @param until last day on which it counts, or null: for good
 * @param proof where it can be seen: a course of the platform, a certificate
 */
public record TrainingRecord(UUID id, UUID account, String training, LocalDate passed, @Nullable LocalDate until,
        String proof) {}
