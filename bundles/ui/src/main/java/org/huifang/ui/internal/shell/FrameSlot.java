// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.internal.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.server.VaadinRequest;
import org.huifang.ui.internal.host.Host;
import org.huifang.ui.internal.texts.Languages;

/** The slot of a launched page: it speaks the language that the platform told, unless the reader chose one. */
public final class FrameSlot extends Slot {
    private static final long serialVersionUID = 1L;
    private final transient Host host;

    public FrameSlot(Host host) {
        super(host);
        this.host = host;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (Choices.chosenLanguage(VaadinRequest.getCurrent()).isEmpty()) {
            event.getRouteParameters().get("launch").flatMap(id -> host.people().language(event.getUI(), id))
                    .map(Languages::of).filter(locale -> !locale.equals(event.getUI().getLocale()))
                    .ifPresent(locale -> Choices.speak(event.getUI(), locale));
        }
        super.beforeEnter(event);
    }
}
