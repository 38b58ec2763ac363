// SPDX-License-Identifier: Apache-2.0
/** The doors for events, in and out, and what is kept about them. Start at {@link org.huifang.api.events.DeadLetters} and {@link org.huifang.api.events.Endpoints}. */
@NullMarked
@Version("1.0.0")
package org.huifang.api.events;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
