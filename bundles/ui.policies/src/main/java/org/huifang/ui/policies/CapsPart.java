// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.policies;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import org.huifang.api.archive.TagCount;
import org.huifang.api.calendar.Cap;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.UndoNotice;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** How often one person is contacted at most; each cap is edited in place. */
final class CapsPart extends Composite<Div> implements Part {
    private static final long serialVersionUID = 1L;
    private static final Cap NEW = new Cap(null, null, 2, 30);

    private final transient Desk desk;
    private final Zone zone = new Zone(getTranslation("policies.caps"));
    private transient @Nullable List<Cap> shown;
    private transient List<Cap> own = List.of();

    CapsPart(Desk desk) {
        this.desk = desk;
        getContent().add(zone);
    }

    @Override
    public void load() {
        zone.run(() -> {
            var caps = desk.calendars().caps(Desk.tenant());
            if (caps.equals(shown)) {
                return;
            }
            var fixed = fixed();
            var tags = desk.tags().all(Desk.tenant()).stream().map(TagCount::name).toList();
            own = own(caps);
            var list = Layouts.list();
            for (int n = 0; n < own.size(); n++) {
                int at = n;
                list.add(new CapRow(own.get(n), tags, after -> replace(at, after)));
            }
            fixed.forEach(cap -> list.add(Layouts.row(
                    Layouts.line(Pieces.strong(PolicyWords.cap(cap)),
                            Pieces.quiet(getTranslation("policies.cap.pack"))))));
            var add = new Button(getTranslation("policies.cap.add"), click -> add());
            zone.show(Pieces.note(getTranslation("policies.caps.why")), list, new Div(add));
            if (own.isEmpty()) {
                list.addComponentAsFirst(Layouts.row(Pieces.quiet(getTranslation("policies.caps.none"))));
            }
            shown = caps;
        });
    }

    private List<Cap> fixed() {
        return desk.calendars().pack(Desk.tenant()).caps();
    }

    private List<Cap> own(List<Cap> caps) {
        var fixed = fixed();
        return caps.stream().filter(cap -> !fixed.contains(cap)).toList();
    }

    private void add() {
        var after = new ArrayList<>(own);
        Cap added = NEW;
        while (after.contains(added)) {
            added = new Cap(null, null, added.most() + 1, added.days());
        }
        after.add(added);
        set(after, getTranslation("policies.cap.added", PolicyWords.cap(added)));
    }

    /** With another cap, or with none. */
    private void replace(int at, @Nullable Cap with) {
        var after = new ArrayList<>(own);
        if (with == null) {
            set(after, getTranslation("policies.cap.removed", PolicyWords.cap(after.remove(at))));
        } else {
            after.set(at, with);
            set(after, getTranslation("policies.cap.changed", PolicyWords.cap(with)));
        }
    }

    private void set(List<Cap> after, String done) {
        var before = own;
        if (zone.run(() -> desk.calendars().setCaps(Desk.tenant(), after))) {
            var caps = desk.calendars().caps(Desk.tenant());
            if (after.size() == before.size() && own(caps).equals(after)) {
                // the row shows it already, and has the focus
                shown = caps;
                own = after;
            }
            load();
            UndoNotice.show(done, () -> {
                desk.calendars().setCaps(Desk.tenant(), before);
                load();
            });
        }
    }
}
