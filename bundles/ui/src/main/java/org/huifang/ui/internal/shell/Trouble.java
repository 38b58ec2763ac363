// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.internal.shell;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Unexpected errors of views: the log has all, the page has a reference to it. */
public final class Trouble implements ErrorHandler {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(Trouble.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    public void error(ErrorEvent event) {
        var reference = log(event.getThrowable());
        var ui = UI.getCurrent();
        var slot = ui == null ? null : ComponentUtil.getData(ui, Slot.class);
        if (slot != null) {
            slot.report(reference);
        }
    }

    /** Logs an error and returns the reference under which it is found. */
    static String log(Throwable error) {
        var bytes = new byte[3];
        RANDOM.nextBytes(bytes);
        var reference = HexFormat.of().formatHex(bytes).toUpperCase(Locale.ROOT);
        LOG.error("Reference {}: a view failed", reference, error);
        return reference;
    }
}
