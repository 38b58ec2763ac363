// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.archive;

import java.time.Instant;
import java.util.UUID;

/**
 * Another person, and what they are to each other.
 *
 * @param person the other one's file
 * @param name to show
 * @param author who said so
 * @param since when it was said
 */
public record LinkedPerson(UUID person, String name, Relation relation, String author, Instant since) {}
