// SPDX-License-Identifier: Apache-2.0
/** What agents say: versioned talk scripts. Start at {@link org.huifang.api.script.Scripts}. */
@NullMarked
@Version("1.0.0")
package org.huifang.api.script;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
