// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.events;

import java.time.Instant;
import java.util.UUID;

/**
 * Numbers of a source that did not come, though later ones did.
 *
 * @param first the first missing number
 * @param last the last missing number
 * @param noticed when a later number came
 * @param alarm whether it is open for longer than late hooks usually take
 */
public record Gap(UUID id, String source, long first, long last, Instant noticed, boolean alarm) {}
