// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.internal.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FontSize;
import com.vaadin.flow.theme.lumo.LumoUtility.Margin;
import com.vaadin.flow.theme.lumo.LumoUtility.MinWidth;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import com.vaadin.flow.theme.lumo.LumoUtility.Width;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.huifang.ui.Keys;
import org.huifang.ui.Viewer;
import org.huifang.ui.internal.host.Host;
import org.huifang.ui.internal.views.Contribution;
import org.huifang.ui.internal.views.Contributions;
import org.jspecify.annotations.Nullable;

/** What staff have around every view: the bar with the title and the own menu, the side navigation. */
public final class Shell extends AppLayout implements AfterNavigationObserver, Contributions.Observer, Shells {
    private static final long serialVersionUID = 1L;

    private final transient Host host;
    private final Header bar = new Header();
    private final H1 title = new H1();
    private final NativeButton skip = new NativeButton("",
            event -> UI.getCurrent().getPage().executeJs("document.getElementById('content').focus()"));
    private final DrawerToggle toggle = new DrawerToggle();
    private volatile transient @Nullable UI ui;
    private transient List<Object> shown = List.of();
    private @Nullable OwnMenu own;
    private @Nullable Slot slot;

    public Shell(Host host) {
        this.host = host;
        setPrimarySection(Section.DRAWER);
        title.addClassNames(FontSize.LARGE, Margin.NONE, Margin.End.AUTO);
        skip.addClassName("huifang-skip");
        bar.addClassNames(Display.FLEX, AlignItems.CENTER, Width.FULL, MinWidth.NONE);
        bar.add(skip, toggle, title);
        addToNavbar(bar);
        Keys.on(this, "Ctrl+/", "ui.keys.show", () -> KeyList.show(UI.getCurrent()));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        event.getActiveChain().stream().filter(Slot.class::isInstance).map(Slot.class::cast).findFirst()
                .ifPresent(this::renew);
    }

    @Override
    public void renew(Slot of) {
        slot = of;
        title.setText(of.title());
        var viewer = Viewer.find().orElse(null);
        var items = Menu.of(host, viewer);
        var now = List.<Object>of(items, getLocale(), String.valueOf(viewer));
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        skip.setText(getTranslation("ui.skip"));
        toggle.setAriaLabel(getTranslation("ui.menu"));
        if (own != null) {
            bar.remove(own);
        }
        own = new OwnMenu(host, viewer, of);
        bar.add(own);
        getChildren().filter(SideNav.class::isInstance).toList().forEach(this::remove);
        boolean any = !items.isEmpty();
        toggle.setVisible(any);
        if (any) {
            addToDrawer(navigation(items));
        }
    }

    private SideNav navigation(List<Menu.Item> items) {
        var navigation = new SideNav(getTranslation("ui.product"));
        navigation.addClassNames(Padding.SMALL);
        for (var item : items) {
            var entry = new SideNavItem(getTranslation(item.title()), item.path(), icon(item.icon()).create());
            entry.setMatchNested(item.nested());
            navigation.addItem(entry);
        }
        return navigation;
    }

    private static VaadinIcon icon(String name) {
        try {
            return VaadinIcon.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException unknown) {
            return VaadinIcon.FILE_O;
        }
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
        super.onAttach(event);
        ui = event.getUI();
        host.views().add(this);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        host.views().remove(this);
        ui = null;
        super.onDetach(event);
    }
}
