// SPDX-License-Identifier: Apache-2.0
/** Hooks that go out, by Standard Webhooks. Start at {@link org.huifang.events.out.SendHooks}. */
@NullMarked
package org.huifang.events.out;

import org.jspecify.annotations.NullMarked;
