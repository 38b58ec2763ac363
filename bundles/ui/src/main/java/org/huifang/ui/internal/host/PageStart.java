// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.internal.host;

import com.vaadin.flow.server.UIInitEvent;
import com.vaadin.flow.server.UIInitListener;
import org.huifang.ui.internal.shell.Choices;

/** A page begins in the language and scheme that its reader chose before. */
final class PageStart implements UIInitListener {
    private static final long serialVersionUID = 1L;

    @Override
    public void uiInit(UIInitEvent event) {
        Choices.begin(event.getUI());
    }
}
