// SPDX-License-Identifier: Apache-2.0
/**
 * What the API offers: each resource hands a request to one service and is no thicker than that. Start at
 * {@link org.huifang.rest.resources.LearnersResource}.
 */
@NullMarked
package org.huifang.rest.resources;

import org.jspecify.annotations.NullMarked;
