// SPDX-License-Identifier: Apache-2.0
package org.huifang.operations;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Brings what libraries tell java.util.logging into the one log. */
@Component(service = LogBridge.class, immediate = true)
public final class LogBridge {
    @Activate
    public LogBridge() {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    @Deactivate
    void close() {
        SLF4JBridgeHandler.uninstall();
    }
}
