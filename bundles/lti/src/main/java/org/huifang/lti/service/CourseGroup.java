// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.service;

import org.jspecify.annotations.Nullable;

/**
 * A group of a course, or a set of groups.
 *
 * @param id unique within the course; the variable {@code $CourseGroup.id} holds the same
 * @param name its name; empty when the platform sends none
 * @param tag a mark; null for none
 * @param setId the set it belongs to; null for none, and for sets themselves
 */
public record CourseGroup(String id, String name, @Nullable String tag, @Nullable String setId) {}
