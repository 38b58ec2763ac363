// SPDX-License-Identifier: Apache-2.0
/**
 * Opens the store of one bounded context, and runs the clock and the background jobs over the database. Start at
 * {@link org.huifang.persistence.Persistence}.
 */
@NullMarked
@Version("1.0.0")
package org.huifang.persistence;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
