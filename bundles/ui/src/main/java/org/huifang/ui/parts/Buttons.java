// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.parts;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.icon.VaadinIcon;

/** Buttons by how loud they are. Words are translated already; actions run with the session locked. */
public final class Buttons {
    private Buttons() {
    }

    /** The one thing that a page is for; at most one on it. */
    public static Button primary(String text, Runnable action) {
        var button = button(text, action);
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return button;
    }

    /** The one thing that a part of a page is for. */
    public static Button smallPrimary(String text, Runnable action) {
        var button = small(text, action);
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return button;
    }

    /** One of several things that can be done. */
    public static Button small(String text, Runnable action) {
        var button = button(text, action);
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return button;
    }

    /** What one does now and then; stands in rows and beside what it is about. */
    public static Button quiet(String text, Runnable action) {
        var button = small(text, action);
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        return button;
    }

    /** As {@link #quiet(String, Runnable)}, with an icon before the words. */
    public static Button quiet(String text, VaadinIcon shape, Runnable action) {
        var button = new Button(text, Pieces.icon(shape), click -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        return button;
    }

    private static Button button(String text, Runnable action) {
        return new Button(text, click -> action.run());
    }
}
