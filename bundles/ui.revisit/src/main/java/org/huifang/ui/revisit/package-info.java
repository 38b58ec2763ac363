// SPDX-License-Identifier: Apache-2.0
/** Shows agents the queue and the case in hand, and supervisors the ledger of all that is owed. */
@NullMarked
package org.huifang.ui.revisit;

import org.jspecify.annotations.NullMarked;
