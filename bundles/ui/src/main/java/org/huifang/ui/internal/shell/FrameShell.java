// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.internal.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.FontSize;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.Margin;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.huifang.ui.Viewer;
import org.huifang.ui.internal.host.Host;
import org.huifang.ui.internal.views.Contribution;
import org.huifang.ui.internal.views.Contributions;
import org.jspecify.annotations.Nullable;

/** What a launched page has around its view: the title, and links when there is more than one view. No bar, no drawer. */
public final class FrameShell extends Div
        implements
            RouterLayout,
            AfterNavigationObserver,
            Contributions.Observer,
            Shells {
    private static final long serialVersionUID = 1L;

    private final transient Host host;
    private final Header header = new Header();
    private volatile transient @Nullable UI ui;
    private transient List<Object> shown = List.of();
    private @Nullable Slot slot;

    public FrameShell(Host host) {
        this.host = host;
        header.addClassNames(Display.FLEX, FlexWrap.WRAP, AlignItems.CENTER, Gap.MEDIUM, Padding.Horizontal.MEDIUM,
                Padding.Top.SMALL);
        add(header);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        event.getActiveChain().stream().filter(Slot.class::isInstance).map(Slot.class::cast).findFirst()
                .ifPresent(this::renew);
    }

    @Override
    public void renew(Slot of) {
        slot = of;
        var viewer = Viewer.find().orElse(null);
        var items = Menu.of(host, viewer);
        var now = List.<Object>of(of.title(), items, getLocale());
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        header.removeAll();
        var title = new H1(of.title());
        title.addClassNames(FontSize.LARGE, Margin.NONE, Margin.End.AUTO);
        header.add(title);
        if (items.size() > 1) {
            var navigation = new Nav();
            navigation.addClassNames(Display.FLEX, Gap.MEDIUM);
            items.forEach(item -> navigation.add(link(item)));
            header.add(navigation);
        }
        header.add(new OwnMenu(host, viewer, of));
    }

    private Anchor link(Menu.Item item) {
        var link = new Anchor(item.path(), getTranslation(item.title()));
        link.getElement().setAttribute("router-link", true);
        return link;
    }

    @Override
    public void changed() {
        var on = ui;
        if (on != null) {
            Overlays.inSession(on, () -> {
                if (slot != null) {
                    renew(slot);
                }
            });
        }
    }

    @Override
    public Future<?> letGo(Contribution gone) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        ui = event.getUI();
        host.views().add(this);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        host.views().remove(this);
        ui = null;
    }
}
