// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Border;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderColor;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.JustifyContent;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import org.huifang.api.archive.Likeness;
import org.huifang.ui.Links;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.EmptyState;
import org.huifang.ui.parts.MoreList;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Words;
import org.huifang.ui.parts.Zone;

/** Which files may be one person's, and has nobody decided about yet? */
final class AlikePage extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;

    /** A line; what it compares never changes. */
    private static final class Line extends Composite<ListItem> implements MoreList.Row<Likeness> {
        private static final long serialVersionUID = 1L;

        Line(Likeness like) {
            var names = new Span(getTranslation("alike.two", like.oneName(), like.otherName()));
            var why = Pieces.quiet(getTranslation(like.sameName() ? "alike.why.name" : "alike.why",
                    Words.field(like.by()), Times.day(like.noticed())));
            var what = new Div(names, why);
            what.addClassNames(Display.FLEX, FlexDirection.COLUMN);
            var compare = Links.link(getTranslation("files.alike.compare"),
                    "files/" + like.one() + "/merge/" + like.other());
            getContent().addClassNames(Display.FLEX, FlexWrap.WRAP, AlignItems.CENTER, JustifyContent.BETWEEN,
                    Gap.MEDIUM, Padding.Vertical.SMALL, Border.BOTTOM, BorderColor.CONTRAST_10);
            getContent().add(what, compare);
        }

        @Override
        public void show(Likeness like) {
            // shown since it was made
        }
    }

    private final transient Desk desk;
    private final Zone zone = new Zone(getTranslation("alike.title"));
    private final MoreList<Likeness, Line> list = new MoreList<>(like -> like.one() + " " + like.other(), Line::new,
            PAGE);

    AlikePage(Desk desk) {
        this.desk = desk;
        list.setLabel(getTranslation("alike.title"));
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.MEDIUM);
        getContent().add(Links.link(getTranslation("files.back"), "files"), zone);
    }

    void open() {
        zone.run(() -> {
            list.from((after, limit) -> desk.keeping().likenesses(Viewer.current().tenant(), after, limit));
            if (list.shown() == 0) {
                zone.show(new EmptyState(VaadinIcon.CHECK_CIRCLE_O, getTranslation("alike.none"),
                        getTranslation("alike.none.why")));
            } else {
                zone.show(list);
            }
        });
    }
}
