// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import com.vaadin.flow.i18n.I18NProvider;
import org.huifang.api.revisit.Obligation;
import org.huifang.api.revisit.Origin;
import org.huifang.api.revisit.Outcome;
import org.huifang.api.revisit.State;
import org.huifang.ui.parts.Times;

/** Why a case waits now, in a few words. */
final class QueueWords {
    private QueueWords() {
    }

    /** What was promised comes before what is late, and that before what was tried; else until when it is owed. */
    static String why(Case now) {
        for (var purpose : now.purposes()) {
            var last = purpose.attempts().isEmpty() ? null : purpose.attempts().getLast();
            if (last != null && last.outcome() == Outcome.CALL_BACK && last.callBack() != null) {
                return text("revisit.queue.promised", Times.stamp(last.callBack()));
            }
        }
        for (var purpose : now.purposes()) {
            if (purpose.origin() == Origin.PROMISE && purpose.state().open()) {
                return text("revisit.queue.promise", Times.stamp(purpose.due()));
            }
        }
        return now.purposes().stream().filter(purpose -> purpose.state() == State.OVERDUE).findFirst()
                .map(late -> text("revisit.queue.late", Times.stamp(late.due())))
                .orElseGet(() -> waiting(now.first()));
    }

    private static String waiting(Obligation first) {
        if (first.waits()) {
            return text("revisit.queue.waits");
        }
        return first.attempts().isEmpty()
                ? text("revisit.queue.by", Times.stamp(first.due()))
                : text("revisit.queue.tried", first.attempts().size(), Times.stamp(first.due()));
    }

    private static String text(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }
}
