// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.internal.host;

import com.vaadin.flow.server.SessionInitEvent;
import com.vaadin.flow.server.SessionInitListener;
import org.huifang.ui.internal.shell.Trouble;

/** A session lives half an hour after its last page was closed; open pages keep it by their heartbeat. */
final class SessionStart implements SessionInitListener {
    private static final long serialVersionUID = 1L;
    private static final int AFTER_LAST_PAGE_S = 30 * 60;

    @Override
    public void sessionInit(SessionInitEvent event) {
        var session = event.getSession();
        session.getSession().setMaxInactiveInterval(AFTER_LAST_PAGE_S);
        session.setErrorHandler(new Trouble());
    }
}
