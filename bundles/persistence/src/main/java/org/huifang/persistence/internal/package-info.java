// SPDX-License-Identifier: Apache-2.0
/** How stores are opened: the pool, migrations, sessions, row-level security, the clock and the jobs. */
@NullMarked
package org.huifang.persistence.internal;

import org.jspecify.annotations.NullMarked;
