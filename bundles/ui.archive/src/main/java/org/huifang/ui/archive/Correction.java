// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.huifang.api.archive.Confidence;
import org.huifang.api.archive.Edited;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.Field;
import org.huifang.api.archive.FieldValue;
import org.huifang.ui.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * What a colleague does to one value, and the way back. Whoever puts another value in a value's place says that it was
 * wrong, and the measured accuracy counts it; another spelling of it is none.
 */
final class Correction {
    private final Desk desk;
    private final UUID learner;
    private final String field;
    private final @Nullable FieldValue before;
    private final @Nullable FieldValue below;
    private Fact.@Nullable ValueChecked check;
    private @Nullable FieldValue holds;
    private @Nullable FieldValue own;

    /**
     * Of what is on the screen.
     *
     * @param before the value that holds, or null for none
     * @param others what other sources say otherwise
     */
    Correction(Desk desk, UUID learner, String field, @Nullable FieldValue before, List<FieldValue> others) {
        this.desk = desk;
        this.learner = learner;
        this.field = field;
        this.before = before;
        this.below = staffs(others);
    }

    /** What staff say of a field where another value stands above it, or null. */
    static @Nullable FieldValue staffs(List<FieldValue> others) {
        return others.stream().filter(value -> value.source().equals(Desk.SOURCE))
                .max(Comparator.comparing(FieldValue::id)).orElse(null);
    }

    Edited say(String said, Confidence confidence) {
        var edited = desk.edit(learner, field, said, before, below, confidence);
        if (edited instanceof Edited.Taken) {
            if (before != null && !said.isBlank()) {
                boolean same = same(said, before);
                if (!same || confidence == Confidence.VERIFIED) {
                    check = desk.check(learner, before, same);
                }
            }
            var file = desk.archive().file(Viewer.current().tenant(), learner).orElseThrow();
            holds = file.value(field).orElse(null);
            own = staffs(file.conflicts(field));
        }
        return edited;
    }

    /** The value that stands above what was said, or null. */
    @Nullable
    FieldValue above(String said) {
        return holds == null || said.isBlank() || same(said, holds) ? null : holds;
    }

    /** What staff said before is said again; where staff had said nothing, the other sources hold again. */
    Edited takeBack() {
        var said = before != null && before.source().equals(Desk.SOURCE) ? before : below;
        var edited = desk.edit(learner, field, said == null ? "" : said.value(), holds, own,
                said == null ? Confidence.STATED : said.confidence());
        var checked = check;
        if (edited instanceof Edited.Taken && checked != null) {
            desk.decide(new Fact.ValueChecked(learner, field, checked.value(), !checked.correct(), Desk.author(),
                    checked.at()));
        }
        return edited;
    }

    private boolean same(String said, FieldValue value) {
        return Objects.equals(Field.plain(field, Normalizer.normalize(said.strip(), Normalizer.Form.NFKC)),
                Field.plain(field, Normalizer.normalize(value.value(), Normalizer.Form.NFKC)));
    }
}
