// SPDX-License-Identifier: Apache-2.0
/**
 * Where the database is, and what a caller is told while it cannot be reached. Start at
 * {@link org.huifang.api.store.StoreUnavailable}.
 */
@NullMarked
@Version("1.0.0")
package org.huifang.api.store;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
