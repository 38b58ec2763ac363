// SPDX-License-Identifier: Apache-2.0
/** Files by rule: conditions that combine, kept under a name. Start at {@link org.huifang.api.segment.Segments}. */
@NullMarked
@Version("1.1.0")
package org.huifang.api.segment;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
