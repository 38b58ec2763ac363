// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.FontSize;
import com.vaadin.flow.theme.lumo.LumoUtility.FontWeight;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.Margin;
import com.vaadin.flow.theme.lumo.LumoUtility.MinWidth;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.huifang.api.archive.ArchiveUnavailable;
import org.huifang.api.store.StoreUnavailable;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * A part of a page that shows its content, that it is empty (and why), or that it failed, while the rest of the page
 * works. A failed refresh leaves what was shown and says that it may be out of date.
 */
public final class Zone extends Composite<Section> {
    private final Div band = new Div();
    private final Div body = new Div();

    /** A part with a heading. */
    public Zone(String heading) {
        this(new H2(heading));
    }

    /** A part whose heading is the page's, or that needs none. */
    public Zone() {
        this((Component) null);
    }

    private Zone(@Nullable Component heading) {
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.SMALL, MinWidth.NONE);
        if (heading != null) {
            heading.addClassNames(FontSize.LARGE, FontWeight.SEMIBOLD, Margin.NONE);
            getContent().add(heading);
        }
        band.setVisible(false);
        band.getElement().setAttribute("role", "alert");
        body.addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.SMALL, MinWidth.NONE);
        getContent().add(band, body);
    }

    /** Shows these components instead of what was there. */
    public void show(Component... content) {
        body.removeAll();
        body.add(content);
    }

    /**
     * Says that there is nothing and why: nothing yet and what makes it appear, nothing that fits the filter, or not the
     * viewer's to see and whose.
     *
     * @param way what the viewer can do about it
     */
    public void empty(String sentence, Component... way) {
        var text = new Paragraph(sentence);
        text.addClassNames(TextColor.SECONDARY, Margin.NONE);
        show(text);
        body.add(way);
    }

    /**
     * Loads or refreshes what this part shows. When that throws, says so in place, with a reference that is also in the
     * log, and offers to try again.
     *
     * @return whether it worked
     */
    public boolean run(Runnable loading) {
        try {
            loading.run();
            band.setVisible(false);
            return true;
        } catch (RuntimeException e) {
            var reference = HexFormat.of().withUpperCase().toHexDigits((short) ThreadLocalRandom.current().nextInt());
            LoggerFactory.getLogger(Zone.class).error("A part of a view failed, reference {}", reference, e);
            var away = e instanceof ArchiveUnavailable || e instanceof StoreUnavailable;
            var why = getTranslation(away ? "ui.zone.database" : "ui.zone.unexpected");
            var stale = body.getComponentCount() > 0;
            fail(getTranslation(stale ? "ui.zone.stale" : "ui.zone.failed", why, reference), loading);
            return false;
        }
    }

    private void fail(String sentence, Runnable loading) {
        var text = new Paragraph(Pieces.icon(VaadinIcon.WARNING), new Text(" " + sentence));
        text.addClassNames(TextColor.ERROR, Margin.NONE);
        var retry = new Button(getTranslation("ui.zone.retry"), click -> run(loading));
        retry.addThemeVariants(ButtonVariant.LUMO_SMALL);
        band.removeAll();
        band.addClassNames(Display.FLEX, FlexDirection.COLUMN, AlignItems.START, Gap.SMALL);
        band.add(text, retry);
        band.setVisible(true);
    }
}
