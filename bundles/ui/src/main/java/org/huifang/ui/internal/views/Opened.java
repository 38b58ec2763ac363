// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.internal.views;

import com.vaadin.flow.component.Component;
import org.huifang.ui.AdminView;

/** An instance of a view that somebody looks at. */
public record Opened(Contribution contribution, AdminView view, Runnable giveBack) implements AutoCloseable {
    public Component component() {
        return view.getElement().getComponent().orElseThrow();
    }

    @Override
    public void close() {
        giveBack.run();
    }
}
