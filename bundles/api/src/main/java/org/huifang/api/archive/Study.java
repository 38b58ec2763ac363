// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.archive;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person has of a course, and how the last test went; as facts, so that they are told in the same words.
 *
 * @param access the last word about the end of access and the last about lessons left, together; null when none was said
 * @param test the last that was taken, or null
 */
public record Study(UUID course, Fact.@Nullable AccessGranted access, Fact.@Nullable TestTaken test) {}
