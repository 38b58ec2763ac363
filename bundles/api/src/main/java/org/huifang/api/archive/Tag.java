// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.archive;

import java.time.Instant;

/**
 * A tag that a file wears.
 *
 * @param author who put it on: {@code staff:<account>}
 */
public record Tag(String name, String author, Instant at) {}
