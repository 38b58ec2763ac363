// SPDX-License-Identifier: Apache-2.0
/** What agents say: scripts with branches in several languages, written, checked, approved and live. */
@NullMarked
package org.huifang.script;

import org.jspecify.annotations.NullMarked;
