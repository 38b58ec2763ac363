// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive.quality;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.huifang.api.archive.Confidence;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.Edit;
import org.huifang.api.archive.Edited;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.Field;
import org.huifang.api.archive.FieldValue;
import org.huifang.api.archive.FileKeeping;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.archive.ReviewItem;
import org.huifang.ui.Viewer;
import org.jspecify.annotations.Nullable;

/** Puts on record what a check found. */
record Checks(LearnerArchive archive, FileKeeping keeping, InstantSource clock) {
    private static final String STAFF = "staff";

    private static String author() {
        return STAFF + ":" + Viewer.current().account();
    }

    void right(ReviewItem item) {
        checked(item, true);
    }

    void wrong(ReviewItem item) {
        checked(item, false);
    }

    /**
     * The right value goes on record first: when it cannot be right either, nothing does.
     *
     * @param over what was put in the drawn value's place and is replaced on purpose, or null
     */
    Edited wrong(ReviewItem item, String instead, @Nullable FieldValue over) {
        var tenant = Viewer.current().tenant();
        Long seen = over != null
                ? Long.valueOf(over.id())
                : archive.file(tenant, item.learner()).flatMap(file -> file.value(item.field()))
                        .filter(value -> Field.plain(item.field(), value.value())
                                .equals(Field.plain(item.field(), item.value())))
                        .map(FieldValue::id).orElse(null);
        var edited = keeping.edit(tenant, new Edit(UUID.randomUUID(), item.learner(), item.field(), instead, seen,
                Confidence.VERIFIED, STAFF, author(), clock.instant()));
        if (edited instanceof Edited.Taken) {
            checked(item, false);
        }
        return edited;
    }

    /** The learner sees who looked at the value in full, and that it was to check it. */
    void revealed(ReviewItem item) {
        archive.record(new Delivery(Viewer.current().tenant(), STAFF, UUID.randomUUID().toString(), List.of(
                new Fact.Revealed(item.learner(), item.field(), "check", author(), clock.instant()))));
    }

    /** The same item twice is one check. */
    private void checked(ReviewItem item, boolean correct) {
        archive.record(new Delivery(Viewer.current().tenant(), STAFF, "review:" + item.round() + ":" + item.place(),
                List.of(new Fact.ValueChecked(item.learner(), item.field(), item.value(), correct, author(),
                        clock.instant()))));
    }
}
