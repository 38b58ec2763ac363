// SPDX-License-Identifier: Apache-2.0
/** Other programs that use Huifang's REST API, and what they may do. Start at {@link org.huifang.api.access.Clients}. */
@NullMarked
@Version("1.0.0")
package org.huifang.api.access;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
