// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive;

import com.vaadin.flow.component.HasElement;
import org.huifang.api.segment.Condition;
import org.jspecify.annotations.Nullable;

/** A part of a segment that is being edited: one condition, or a group of them. */
interface RulePart extends HasElement {
    /** Null while something is missing. */
    @Nullable
    Condition condition();
}
