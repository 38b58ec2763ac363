// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.archive;

import java.time.Instant;

/**
 * One value of a file and where it comes from.
 *
 * @param field {@code name}, {@code email}, {@code phone}, {@code locale}, {@code timeZone}, {@code goal}
 * @param source who said it
 * @param since when it was said first
 */
public record FieldValue(String field, String value, String source, Instant since) {}
