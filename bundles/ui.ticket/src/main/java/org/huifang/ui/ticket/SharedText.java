// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.ticket;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.theme.lumo.LumoUtility.Background;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderRadius;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import java.util.function.Predicate;
import org.huifang.api.ticket.Move;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.KeptText;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Shown;
/**
 * A text that several people may write. It is saved when one leaves the field. What is being typed stays; what a
 * colleague wrote meanwhile stands below it, and one of the two is chosen: nobody's words are replaced unseen.
 */
final class SharedText extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient Predicate<Move.Written> saving;
    private final TextArea text;
    private final transient KeptText<TextArea> kept;
    private final Div other = Layouts.slimColumn();
    private final transient Shown shown = new Shown();
    /** What stood there when the field was filled. */
    private String seen = "";
    private String newest = "";
    private String author = "";
    private boolean focused;
    private boolean filling;
    /** What was left in this browser, and nobody knows what stood there when it was typed. */
    private boolean leftOver;

    /** @param what is kept in the browser under this name, see {@link KeptText#of} */
    SharedText(String label, String what, Predicate<Move.Written> saving) {
        this.saving = saving;
        text = Parts.area(label, "");
        // the server knows soon that something is being typed, long before one leaves the field
        text.setValueChangeMode(ValueChangeMode.TIMEOUT);
        kept = KeptText.of(text, what);
        text.addFocusListener(event -> focused = true);
        text.addBlurListener(event -> {
            focused = false;
            save();
        });
        text.addValueChangeListener(event -> {
            if (!event.isFromClient() && !filling && !seen.isBlank()) {
                leftOver = true;
                beside();
            }
        });
        other.addClassNames(Padding.SMALL, Background.CONTRAST_5, BorderRadius.MEDIUM);
        other.getElement().setAttribute("role", "status");
        other.setVisible(false);
        getContent().add(Layouts.slimColumn(text, other));
    }

    /**
     * Shows what holds now.
     *
     * @param by who wrote it
     */
    void show(String now, String by) {
        newest = now;
        author = by;
        if (now.equals(typed())) {
            agreed();
        } else if (!focused && typed().equals(seen)) {
            take();
        } else {
            beside();
        }
    }

    String typed() {
        return text.getValue().strip();
    }

    void focus() {
        text.focus();
    }

    /** Saves what was typed; false when that is not done, and the reason stands on the page. */
    boolean save() {
        if (typed().equals(seen) || typed().equals(newest)) {
            kept.forget();
            take();
            return true;
        }
        if (undecided()) {
            beside();
            return false;
        }
        String now = typed();
        if (!saving.test(new Move.Written(now, seen))) {
            return false;
        }
        newest = now;
        kept.forget();
        take();
        return true;
    }

    private void agreed() {
        if (!typed().equals(seen)) {
            kept.forget();
        }
        take();
    }

    private boolean undecided() {
        return leftOver || !newest.equals(seen);
    }

    /** What holds now stands in the field. */
    private void take() {
        if (!typed().equals(newest)) {
            filling = true;
            text.setValue(newest);
            filling = false;
        }
        seen = newest;
        leftOver = false;
        beside();
    }

    /** What holds now stands below the field as long as it is another text than the one in it was made of. */
    private void beside() {
        other.setVisible(undecided());
        if (!undecided() || !shown.changed(newest, author, leftOver)) {
            return;
        }
        other.removeAll();
        other.add(Pieces.quiet(leftOver
                ? getTranslation("tickets.text.left")
                : getTranslation("tickets.text.meanwhile", author)),
                Parts.words(newest.isBlank() ? getTranslation("tickets.text.empty") : newest),
                Layouts.line(Buttons.small(getTranslation("tickets.text.mine"), this::mine),
                        Buttons.small(getTranslation("tickets.text.theirs"), this::theirs)));
    }

    private void mine() {
        seen = newest;
        leftOver = false;
        beside();
        save();
    }

    private void theirs() {
        kept.forget();
        take();
    }
}
