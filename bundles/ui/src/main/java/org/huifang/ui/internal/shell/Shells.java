// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.internal.shell;

import com.vaadin.flow.component.Component;

/** What stands around a slot. */
interface Shells {
    /** Shows title and menu as they are now. */
    void renew(Slot slot);

    static void refresh(Slot slot) {
        for (Component at = slot; at != null; at = at.getParent().orElse(null)) {
            if (at instanceof Shells shell) {
                shell.renew(slot);
                return;
            }
        }
    }
}
