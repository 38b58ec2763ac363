// SPDX-License-Identifier: Apache-2.0
/** What is owed to each learner, and what was done about it. Start at {@link org.huifang.api.revisit.Revisits}. */
@NullMarked
@Version("1.0.0")
package org.huifang.api.revisit;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
