// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.parts;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.textfield.TextField;

/** Something to copy: a field that cannot be changed, selected as a whole when it gets the focus. */
public final class CopyLine extends Composite<TextField> implements Focusable<CopyLine> {
    private static final long serialVersionUID = 1L;

    /**
     * @param label what it is, translated
     * @param value what is copied
     */
    public CopyLine(String label, String value) {
        getContent().setLabel(label);
        getContent().setValue(value);
        getContent().setReadOnly(true);
        getContent().setAutoselect(true);
        getContent().setWidth("36rem");
        getContent().setMaxWidth("100%");
    }
}
