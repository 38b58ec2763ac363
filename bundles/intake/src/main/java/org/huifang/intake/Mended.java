// SPDX-License-Identifier: Apache-2.0
package org.huifang.intake;

import org.huifang.api.intake.RowReason;

/** A value as it goes into the archive, or why it cannot. */
sealed interface Mended {
    record Good(String value) implements Mended {}

    record Bad(RowReason reason) implements Mended {}
}
