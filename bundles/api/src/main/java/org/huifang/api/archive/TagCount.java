// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.archive;

/** A tag and how many files wear it. */
public record TagCount(String name, int files) {}
