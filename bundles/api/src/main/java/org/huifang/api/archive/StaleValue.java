// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.archive;

import java.time.Instant;
import java.util.UUID;

/**
 * A value that is older than its policy allows.
 *
 * @param name of the learner, to show
 * @param last when the value was said or checked last
 */
public record StaleValue(UUID learner, String name, String field, String value, Instant last) {}
