// SPDX-License-Identifier: Apache-2.0
/** Ways of reaching a person. Start at {@link org.huifang.api.channel.RevisitChannel}. */
@NullMarked
@Version("1.0.0")
package org.huifang.api.channel;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
