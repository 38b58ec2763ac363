// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.ticket;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import org.huifang.ui.Links;

/** The way back to the list as one left it: as plain text, so that the page holds nothing of this bundle. */
final class Back {
    private static final String KEY = "huifang.tickets.list";

    private Back() {
    }

    static void remember(Filter filter) {
        ComponentUtil.setData(UI.getCurrent(), KEY, Links.to(TicketsView.PATH, filter.query()));
    }

    static Anchor link(String text) {
        Anchor link = Links.link(text, TicketsView.PATH);
        if (ComponentUtil.getData(UI.getCurrent(), KEY) instanceof String last) {
            link.setHref(last);
        }
        return link;
    }
}
