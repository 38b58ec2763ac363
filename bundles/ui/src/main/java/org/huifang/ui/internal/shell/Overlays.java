// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.internal.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Predicate;

/**
 * What a view opened over the page is a child of the page, not of the view: left there, it would block its reader and
 * keep the view's bundle.
 */
final class Overlays {
    private Overlays() {
    }

    static void closeAll(UI ui, Component content) {
        close(ui, content, overlay -> true);
    }

    static void closeDialogs(UI ui, Component content) {
        close(ui, content, overlay -> overlay instanceof Dialog || overlay instanceof ConfirmDialog);
    }

    private static void close(UI ui, Component content, Predicate<Component> which) {
        var root = root(ui, content);
        ui.getChildren().filter(child -> child != root && which.test(child)).toList().forEach(overlay -> {
            switch (overlay) {
                case Dialog dialog -> dialog.close();
                case ConfirmDialog dialog -> dialog.close();
                default -> overlay.getElement().setEnabled(false);
            }
            overlay.getElement().removeFromParent();
        });
    }

    /** The child of the page that the content is in. */
    private static Component root(UI ui, Component content) {
        var current = content;
        while (true) {
            var parent = current.getParent().orElse(null);
            if (parent == null || parent == ui) {
                return current;
            }
            current = parent;
        }
    }

    /** Runs work with the session locked: at once when this thread holds the lock already, otherwise on its turn. */
    static Future<?> inSession(UI ui, Runnable work) {
        try {
            var session = ui.getSession();
            if (session != null && session.hasLock()) {
                ui.accessSynchronously(work::run);
                return CompletableFuture.completedFuture(null);
            }
            return ui.access(work::run);
        } catch (UIDetachedException closedMeanwhile) {
            return CompletableFuture.completedFuture(null);
        }
    }
}
