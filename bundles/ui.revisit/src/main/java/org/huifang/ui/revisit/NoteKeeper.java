// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Keeps a note, and what is typed in the {@link Keeps parts} beside it, in the browser from the key that was pressed until
 * the server has it. So it is there only while the line is lost, or the page went away in that second, and comes back with
 * its case.
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

    // one entry for all parts of the form, because pieces come and go; the form hears what is typed in any of them
    private static final String OPEN_PARTS = """
            const form = this.parentElement;
            form.keptAs = $0;
            if (!form.keepsWords) {
              form.keepsWords = true;
              form.addEventListener('input', event => {
                const field = event.target.closest('vaadin-text-area, vaadin-text-field');
                const piece = field && field.closest('[data-keep]');
                if (!piece) { return; }
                const kind = piece.getAttribute('data-keep');
                const nth = [...form.querySelectorAll('[data-keep="' + kind + '"]')].indexOf(piece);
                try {
                  const kept = JSON.parse(localStorage.getItem(form.keptAs) ?? '{}');
                  kept[kind + '.' + nth + '.' + field.localName] = event.target.value;
                  localStorage.setItem(form.keptAs, JSON.stringify(kept));
                } catch (off) { /* nothing is kept then */ }
              });
            }
            try {
              const left = JSON.parse(localStorage.getItem(form.keptAs) ?? '{}');
              localStorage.removeItem(form.keptAs);
              return Object.entries(left).map(each => each.join($2)).join($1);
            } catch (off) {
              return '';
            }""";
    // what is in the browser and not in the text is of a piece that was taken away
    private static final String KEPT_PARTS = """
            const form = this.parentElement;
            if (!form || !form.keptAs) { return; }
            try {
              const text = localStorage.getItem(form.keptAs);
              if (text === null) { return; }
              const known = Object.fromEntries($0.split($1).map(each => each.split($2)));
              const left = Object.fromEntries(Object.entries(JSON.parse(text))
                  .filter(([name, words]) => name in known && known[name] !== words));
              if (Object.keys(left).length === 0) {
                localStorage.removeItem(form.keptAs);
              } else {
                localStorage.setItem(form.keptAs, JSON.stringify(left));
              }
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
        var key = "huifang.note." + agent + "." + obligation;
        note.getElement().executeJs(OPEN, key).then(String.class, text -> {
            if (!text.isBlank() && !text.equals(note.getValue())) {
                left.accept(text);
            }
        });
        note.getElement().executeJs(OPEN_PARTS, key + ".parts", LeftWords.BETWEEN, LeftWords.IS).then(String.class,
                text -> {
                    var words = LeftWords.parse(text);
                    if (!words.isEmpty()) {
                        parts().forEach(part -> part.left(words));
                    }
                });
    }

    /** The server has this text now, and of the parts what they say. */
    void kept(String text) {
        note.getElement().executeJs(KEPT, text);
        var words = new LinkedHashMap<String, String>();
        parts().forEach(part -> words.putAll(part.words()));
        note.getElement().executeJs(KEPT_PARTS, LeftWords.of(words), LeftWords.BETWEEN, LeftWords.IS);
    }

    private List<Keeps> parts() {
        return note.getParent().stream().flatMap(Component::getChildren).filter(Keeps.class::isInstance)
                .map(Keeps.class::cast).toList();
    }
}
