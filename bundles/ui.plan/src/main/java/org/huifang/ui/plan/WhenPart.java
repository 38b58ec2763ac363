// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.plan;

import com.vaadin.flow.component.HasElement;
import java.util.Optional;
import org.huifang.api.revisit.When;

/** A branch of a tree of conditions. */
interface WhenPart extends HasElement {
    /** Empty while a field of it says nothing that fits. */
    Optional<When> when();
}
