// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.parts;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;

/** A value that stands masked, and in full for a minute after somebody asked for it. */
public final class Masked extends Composite<Span> implements HasStyle {
    private static final long serialVersionUID = 1L;
    private static final Duration IN_FULL = Duration.ofSeconds(60);
    private static final String LATER = "return new Promise(done => setTimeout(done, $0))";

    private String mask = "";
    private String label = "";
    private transient Runnable over = () -> {};
    /** Counts, so that a minute that has been over before does not end this one. */
    private int asked;

    /**
     * Shows the mask.
     *
     * @param masked what is seen
     * @param readAs what is read out instead, or "" for the same
     */
    public void mask(String masked, String readAs) {
        mask = masked;
        label = readAs;
        hide();
    }

    /**
     * Shows the value in full for a minute. That it was shown is to be on record before.
     *
     * @param ended runs when it stands masked again, with the session locked
     */
    public void reveal(String full, Runnable ended) {
        over = ended;
        int now = ++asked;
        getContent().setText(full);
        getContent().getElement().removeAttribute("aria-label");
        getContent().getElement().executeJs(LATER, (double) IN_FULL.toMillis()).then(done -> {
            if (now == asked) {
                hide();
            }
        });
    }

    private void hide() {
        asked++;
        getContent().setText(mask);
        if (label.isEmpty()) {
            getContent().getElement().removeAttribute("aria-label");
        } else {
            getContent().getElement().setAttribute("aria-label", label);
        }
        var ended = over;
        over = () -> {};
        ended.run();
    }
}
