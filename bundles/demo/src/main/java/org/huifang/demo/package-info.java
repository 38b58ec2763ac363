// SPDX-License-Identifier: Apache-2.0
/**
 * A small course platform that launches Huifang, with sample data; never for production. Start at
 * {@link org.huifang.demo.CoursePage}.
 */
@NullMarked
package org.huifang.demo;

import org.jspecify.annotations.NullMarked;
