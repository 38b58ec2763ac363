// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import com.vaadin.flow.component.textfield.TextArea;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Keeps a note in the browser from the key that was pressed until the server has it. So it is there only while the line
 * is lost, or the page went away in that second, and comes back with its case.
 */
final class NoteKeeper {
    // the storage of a browser may be switched off, which throws
    private static final String OPEN = """
            this.keptAs = $0;
            if (!this.keepsNote) {
              this.keepsNote = true;
              this.addEventListener('input', () => {
                try { localStorage.setItem(this.keptAs, this.value); } catch (off) { /* nothing is kept then */ }
              });
            }
            try {
              const left = localStorage.getItem(this.keptAs);
              localStorage.removeItem(this.keptAs);
              return left ?? '';
            } catch (off) {
              return '';
            }""";
    private static final String KEPT = """
            try {
              if (localStorage.getItem(this.keptAs) === $0) { localStorage.removeItem(this.keptAs); }
            } catch (off) { /* nothing was kept */ }""";

    private final TextArea note;

    NoteKeeper(TextArea note) {
        this.note = note;
    }

    /**
     * Begins to keep the note of a case.
     *
     * @param left called with what was left in this browser and never reached the server
     */
    void open(UUID agent, UUID obligation, Consumer<String> left) {
        note.getElement().executeJs(OPEN, "huifang.note." + agent + "." + obligation).then(String.class, text -> {
            if (!text.isBlank() && !text.equals(note.getValue())) {
                left.accept(text);
            }
        });
    }

    /** The server has this text now. */
    void kept(String text) {
        note.getElement().executeJs(KEPT, text);
    }
}
