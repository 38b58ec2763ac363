// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.policies;

import com.vaadin.flow.component.Component;

/** Texts in Chinese on a page that may be in another language, for those who have it read out. */
final class Chinese {
    private Chinese() {
    }

    /** A name or a reason as data has it; Chinese characters are said to be Chinese. */
    static <C extends Component> C marked(C piece, String text) {
        if (text.codePoints().anyMatch(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN)) {
            piece.getElement().setAttribute("lang", "zh-Hans");
        }
        return piece;
    }
}
