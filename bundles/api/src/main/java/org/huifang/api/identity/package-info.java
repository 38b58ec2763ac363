// SPDX-License-Identifier: Apache-2.0
/** Who works with Huifang and what they may do. Start at {@link org.huifang.api.identity.Accounts}. */
@NullMarked
@Version("1.0.0")
package org.huifang.api.identity;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
