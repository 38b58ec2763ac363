// SPDX-License-Identifier: Apache-2.0
/** The course platforms and hook senders that are connected, and their launches. Start at {@link org.huifang.api.platform.Platforms}. */
@NullMarked
@Version("1.0.0")
package org.huifang.api.platform;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
