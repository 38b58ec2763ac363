// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.evaluation;

import java.time.Instant;
import java.util.List;

/**
 * Measures that belong together.
 *
 * @param readings by measure, then by step
 * @param asOf the time of the product's clock to which they hold
 */
public record Readings(List<Reading> readings, Instant asOf) {
    public Readings {
        readings = List.copyOf(readings);
    }
}
