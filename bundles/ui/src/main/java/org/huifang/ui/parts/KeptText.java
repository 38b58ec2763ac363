// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import org.huifang.ui.Viewer;

/**
 * Keeps what is typed into a field in the browser, from the key that was pressed until {@link #forget}. What was left
 * there, because the line was lost or the page went away, stands in the field again when it is shown next; whoever signs
 * out takes it along.
 *
 * @param <F> of the field
 */
public final class KeptText<F extends Component & HasValue<?, String>> {
    // the storage of a browser may be switched off, which throws
    private static final String OPEN = """
            this.keptAs = $0;
            if (!this.keepsText) {
              this.keepsText = true;
              this.addEventListener('input', () => {
                try { localStorage.setItem(this.keptAs, this.value); } catch (off) { /* nothing is kept then */ }
              });
            }
            try { return localStorage.getItem(this.keptAs) ?? ''; } catch (off) { return ''; }""";
    private static final String FORGET = """
            try { localStorage.removeItem($0); } catch (off) { /* nothing was kept */ }""";

    private final F field;
    private final String key;

    private KeptText(F field, String what) {
        this.field = field;
        var viewer = Viewer.current();
        this.key = "huifang.text." + (viewer.account() == null ? viewer.learner() : viewer.account()) + "." + what;
    }

    /**
     * Begins to keep it.
     *
     * @param what is typed there, the same each time it is shown: {@code ticket.answer.} and the id of the ticket
     */
    public static <F extends Component & HasValue<?, String>> KeptText<F> of(F field, String what) {
        var kept = new KeptText<>(field, what);
        field.addAttachListener(event -> kept.open());
        return kept;
    }

    private void open() {
        field.getElement().executeJs(OPEN, key).then(String.class, left -> {
            if (!left.isBlank() && !left.equals(field.getValue())) {
                field.setValue(left);
            }
        });
    }

    /** The server has it now, or it is not wanted any more. */
    public void forget() {
        // not by the field: what is asked of one that leaves the page with this answer is never run
        UI.getCurrent().getElement().executeJs(FORGET, key);
    }
}
