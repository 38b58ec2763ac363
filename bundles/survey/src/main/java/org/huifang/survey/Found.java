// SPDX-License-Identifier: Apache-2.0
package org.huifang.survey;

import org.huifang.api.revisit.Sheet;

/** What stands behind a token. */
sealed interface Found {
    /** A questionnaire, whatever its status. */
    record Here(Sheet sheet) implements Found {}

    /** Nothing. */
    record Unknown() implements Found {}

    /** What keeps the questionnaires is being updated or cannot reach its database. */
    record Away() implements Found {}
}
