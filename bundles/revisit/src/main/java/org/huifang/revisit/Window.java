// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.time.Instant;

/** When a step enters the queue, and until when it is to be settled. */
record Window(Instant opens, Instant due) {}
