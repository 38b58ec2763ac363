// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import com.vaadin.flow.component.UI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huifang.api.revisit.Obligation;
import org.huifang.api.revisit.Planned;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.UndoNotice;
import org.jspecify.annotations.Nullable;

/** What can be done about obligations besides calling. Each is done at once, says so, and can be undone. */
final class Actions {
    private final Desk desk;
    private final Runnable after;
    private @Nullable Runnable undo;

    /** @param after called when something was done or undone */
    Actions(Desk desk, Runnable after) {
        this.desk = desk;
        this.after = after;
    }

    Desk desk() {
        return desk;
    }

    /** Moves the contact, whatever it is about. False when that time is not allowed, or nothing is owed any more. */
    boolean reschedule(Case now, Instant at) {
        var rescheduling = new Rescheduling(this::moved);
        var moved = rescheduling.to(now, at);
        if (moved.isEmpty()) {
            return false;
        }
        var to = desk.revisits().find(Desk.tenant(), moved.getFirst().id()).map(Obligation::planned).map(Planned::at)
                .orElse(at);
        done(text("revisit.act.moved", Times.stamp(to)), () -> rescheduling.back(moved));
        return true;
    }

    /** All that is planned together with an obligation, because that is one contact. */
    Case contact(Obligation of) {
        return Case.of(of, id -> desk.revisits().find(Desk.tenant(), id));
    }

    private boolean moved(UUID obligation, Instant at) {
        try {
            return desk.revisits().reschedule(Desk.tenant(), obligation, at, Desk.agent());
        } catch (IllegalArgumentException notAllowed) {
            return false;
        }
    }

    void exempt(Collection<UUID> obligations, String reason) {
        var ids = List.copyOf(obligations);
        int count = desk.revisits().exempt(Desk.tenant(), ids, reason, Desk.agent());
        done(text("revisit.act.exempted", count),
                () -> desk.revisits().unexempt(Desk.tenant(), ids, Desk.agent()));
    }

    /**
     * Has those owed again that somebody exempted by hand; what a rule exempted stays so.
     *
     * @return how many it was; where it is none, nothing is said
     */
    int owe(Collection<Obligation> exempt) {
        var reasons = exempt.stream().collect(Collectors.groupingBy(Obligation::reason,
                Collectors.mapping(Obligation::id, Collectors.toList())));
        int count = desk.revisits().unexempt(Desk.tenant(), exempt.stream().map(Obligation::id).toList(),
                Desk.agent());
        if (count > 0) {
            done(text("revisit.act.owed", count), () -> reasons.forEach(
                    (reason, ids) -> desk.revisits().exempt(Desk.tenant(), ids, reason, Desk.agent())));
        }
        return count;
    }

    /** @param former who answered for each before */
    void assign(Map<UUID, UUID> former, UUID owner) {
        int count = desk.revisits().assign(Desk.tenant(), former.keySet(), owner);
        done(text("revisit.act.assigned", count, desk.name(owner)), () -> {
            var byOwner = new HashMap<UUID, List<UUID>>();
            former.forEach((id, before) -> byOwner.computeIfAbsent(before, b -> new ArrayList<>()).add(id));
            byOwner.forEach((before, ids) -> {
                if (!before.equals(Obligation.NOBODY)) {
                    desk.revisits().assign(Desk.tenant(), ids, before);
                }
            });
        });
    }

    /** Takes the last of these back, also after its notice has gone. False when there is nothing to take back. */
    boolean undo() {
        var last = undo;
        undo = null;
        if (last == null) {
            return false;
        }
        last.run();
        after.run();
        return true;
    }

    private void done(String sentence, Runnable back) {
        undo = back;
        UndoNotice.show(sentence, () -> {
            if (undo == back) {
                undo = null;
            }
            back.run();
            after.run();
        });
        after.run();
    }

    private static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
