// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.huifang.api.archive.Ask;
import org.huifang.api.archive.Confidence;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.Edit;
import org.huifang.api.archive.Edited;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.Field;
import org.huifang.api.archive.FieldValue;
import org.huifang.api.archive.FileKeeping;
import org.huifang.api.archive.FileQuality;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.ui.Viewer;
import org.jspecify.annotations.Nullable;

/** What is worth asking in a call, and what was heard; without these services a call works as well. */
record Asking(LearnerArchive archive, @Nullable FileKeeping keeping, @Nullable FileQuality quality,
        InstantSource clock) {
    private static final String STAFF = "staff";

    List<Ask> of(UUID learner) {
        return quality == null || keeping == null ? List.of() : quality.ask(Viewer.current().tenant(), learner);
    }

    /** The value on file was confirmed. */
    void right(UUID learner, FieldValue value) {
        checked(learner, value, true);
    }

    /** Something else was heard, or something for the first time. What was on file is known to be wrong then. */
    Edited heard(UUID learner, Ask ask, String value) {
        var now = ask.value();
        if (keeping == null) {
            return new Edited.Unknown();
        }
        if (now != null && now.value().equals(value.strip())) {
            right(learner, now);
            return new Edited.Taken();
        }
        var edited = keeping.edit(Viewer.current().tenant(), new Edit(UUID.randomUUID(), learner, ask.field(), value,
                now == null ? null : now.id(), Confidence.STATED, STAFF, author(), clock.instant()));
        if (edited instanceof Edited.Taken && now != null) {
            // another spelling of it is no mistake
            checked(learner, now,
                    Field.plain(ask.field(), value.strip()).equals(Field.plain(ask.field(), now.value())));
        }
        return edited;
    }

    private void checked(UUID learner, FieldValue value, boolean correct) {
        archive.record(new Delivery(Viewer.current().tenant(), STAFF, UUID.randomUUID().toString(),
                List.of(new Fact.ValueChecked(learner, value.field(), value.value(), correct, author(),
                        clock.instant()))));
    }

    private static String author() {
        return STAFF + ":" + Viewer.current().account();
    }
}
