// SPDX-License-Identifier: Apache-2.0
/**
 * The description of the API, OpenAPI 3.1, read from the code that answers. Start at
 * {@link org.huifang.rest.contract.Contract}.
 */
@NullMarked
package org.huifang.rest.contract;

import org.jspecify.annotations.NullMarked;
