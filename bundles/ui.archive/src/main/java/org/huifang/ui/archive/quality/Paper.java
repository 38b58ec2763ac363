// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive.quality;

import com.vaadin.flow.component.Component;

/** What of a page is on paper and what is not. */
final class Paper {
    private Paper() {
    }

    /** On paper, where nothing can be opened. */
    static <C extends Component> C only(C component) {
        component.getElement().setAttribute("data-paper-only", true);
        return component;
    }

    /** Not on paper. */
    static <C extends Component> C never(C component) {
        component.getElement().setAttribute("data-screen-only", true);
        return component;
    }
}
