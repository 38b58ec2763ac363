// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.internal.host;

import com.vaadin.flow.di.DefaultInstantiator;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.stream.Stream;
import org.huifang.ui.internal.shell.FrameShell;
import org.huifang.ui.internal.shell.FrameSlot;
import org.huifang.ui.internal.shell.Shell;
import org.huifang.ui.internal.shell.Slot;

/** Makes the host's own components with what they need; views come from their services, never from here. */
final class HostInstantiator extends DefaultInstantiator {
    private static final long serialVersionUID = 1L;
    private final transient HostService service;

    HostInstantiator(HostService service) {
        super(service);
        this.service = service;
    }

    @Override
    public <T> T getOrCreate(Class<T> type) {
        var host = service.host();
        if (type == Slot.class) {
            return type.cast(new Slot(host));
        } else if (type == FrameSlot.class) {
            return type.cast(new FrameSlot(host));
        } else if (type == Shell.class) {
            return type.cast(new Shell(host));
        } else if (type == FrameShell.class) {
            return type.cast(new FrameShell(host));
        }
        return super.getOrCreate(type);
    }

    @Override
    public I18NProvider getI18NProvider() {
        return service.host().texts();
    }

    @Override
    public Stream<VaadinServiceInitListener> getServiceInitListeners() {
        return Stream.of(event -> {
            event.addIndexHtmlRequestListener(new FrontPage(service.host()));
            event.getSource().addSessionInitListener(new SessionStart());
            event.getSource().addUIInitListener(new PageStart());
        });
    }
}
