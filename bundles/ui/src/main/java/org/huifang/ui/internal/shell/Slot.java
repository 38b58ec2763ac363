// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.internal.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NavigationTrigger;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.huifang.ui.Navigated;
import org.huifang.ui.Viewer;
import org.huifang.ui.internal.host.Host;
import org.huifang.ui.internal.pages.Notices;
import org.huifang.ui.internal.views.Access;
import org.huifang.ui.internal.views.Contribution;
import org.huifang.ui.internal.views.Contributions;
import org.huifang.ui.internal.views.Opened;
import org.huifang.ui.internal.views.Url;
import org.huifang.ui.parts.ErrorNotice;
import org.jspecify.annotations.Nullable;

/**
 * The place where views are shown. All URLs lead here; the contribution whose path fits best fills it. When that one
 * goes, a placeholder keeps the URL until it is back.
 */
public class Slot extends Main implements BeforeEnterObserver, HasDynamicTitle, Contributions.Observer {
    private static final long serialVersionUID = 1L;

    private final transient Host host;
    private volatile transient @Nullable UI ui;
    private volatile transient @Nullable Opened opened;
    private transient @Nullable Viewer viewer;
    private transient Url url = new Url(null, "", Map.of());
    private boolean updating;
    private String title = "";

    public Slot(Host host) {
        this.host = host;
        setId("content");
        addClassName("huifang-slot");
        getElement().setAttribute("tabindex", "-1");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var before = url.path();
        url = Url.of(event.getLocation());
        if (!url.path().equals(before) && event.getTrigger() != NavigationTrigger.HISTORY) {
            // a page is read from its beginning; what scrolls around it is no part of the page, nor the window
            getElement().executeJs(
                    "for (let e = this; e; e = e.assignedSlot || e.parentNode || e.host) if (e.scrollTop) e.scrollTop = 0");
        }
        recognise(event.getUI());
        var home = home();
        if (home != null) {
            event.forwardTo(home);
            return;
        }
        show(event.getUI());
    }

    /** Where whoever looks is sent from the start page; null anywhere else, and for whoever may see nothing. */
    private @Nullable String home() {
        return url.path().isEmpty() && viewer != null ? Menu.home(host, viewer) : null;
    }

    /** The view wrote another place into the address: that is shown again after an update or in another language. */
    public void moved(String location) {
        url = Url.of(new Location(location));
    }

    /** Finds out who looks, now. */
    void recognise(UI on) {
        viewer = host.people().viewer(on, url);
        ComponentUtil.setData(on, Viewer.class, viewer);
        ComponentUtil.setData(on, Slot.class, this);
    }

    /** Shows the same URL once more: for another viewer or in another language. */
    void again(UI on) {
        close();
        recognise(on);
        show(on);
        announce(on);
    }

    private void show(UI on) {
        updating = false;
        var page = Pages.at(url, host);
        var view = host.views().at(url.path()).orElse(null);
        if (page != null) {
            instead(page.title(), page.component());
        } else if (viewer == null) {
            if (url.launch() == null) {
                instead("ui.signin.title", Pages.signIn(host, () -> again(on)));
            } else {
                instead("ui.launch.over", Notices.of("ui.launch.over", "ui.launch.over.why"));
            }
        } else if (view != null) {
            switch (Access.of(view, viewer)) {
                case Access.Granted granted -> open(on, view);
                case Access.NotYours no -> instead("ui.notyours.title", Notices.notYours(no.roles()));
                case Access.SignInFirst first -> instead("ui.signin.title", Pages.signIn(host, () -> again(on)));
            }
        } else if (host.views().expected(url.path())) {
            updating = true;
            instead("ui.updating.title", Notices.updating());
        } else if (home() instanceof String home) {
            // signed in on the start page, or the first view has come meanwhile
            on.navigate(home);
        } else if (url.path().isEmpty()) {
            instead("ui.nothing.title", Notices.of("ui.nothing.title", "ui.nothing.why"));
        } else {
            instead("ui.notfound.title", Notices.notFound());
        }
    }

    private void open(UI on, Contribution view) {
        var shown = opened;
        try {
            if (shown == null || !shown.contribution().equals(view) || viewerChanged(on)) {
                close();
                Overlays.closeDialogs(on, this);
                shown = host.views().open(view).orElse(null);
                if (shown == null) {
                    updating = true;
                    instead("ui.updating.title", Notices.updating());
                    return;
                }
                opened = shown;
                title = view.title();
                removeAll();
                add(shown.component());
                ComponentUtil.setData(this, Viewer.class, viewer);
            }
            if (shown.view() instanceof Navigated navigated) {
                navigated.show(url.place(view.path()));
            }
        } catch (RuntimeException | LinkageError e) {
            close();
            instead("ui.error.title", new ErrorNotice(Trouble.log(e)));
        }
    }

    private boolean viewerChanged(UI on) {
        return !Objects.equals(ComponentUtil.getData(this, Viewer.class), viewer);
    }

    private void instead(String titleKey, Component component) {
        close();
        title = titleKey;
        removeAll();
        add(component);
    }

    /** Takes the view out and gives it back to its bundle. */
    private void close() {
        var shown = opened;
        opened = null;
        if (shown != null) {
            removeAll();
            shown.close();
        }
    }

    /** A sentence with the reference above the view, which keeps working. */
    void report(String reference) {
        above(new ErrorNotice(reference));
    }

    /** Puts a notice above the view, instead of an earlier one of its kind. */
    public void above(Component notice) {
        getChildren().filter(notice.getClass()::isInstance).toList().forEach(this::remove);
        addComponentAsFirst(notice);
    }

    String title() {
        return getTranslation(title);
    }

    @Override
    public String getPageTitle() {
        return title() + " · " + getTranslation("ui.product");
    }

    private void announce(UI on) {
        on.getPage().setTitle(getPageTitle());
        Shells.refresh(this);
    }

    @Override
    public void changed() {
        var on = ui;
        if (on != null) {
            Overlays.inSession(on, () -> catchUp(on));
        }
    }

    /** Shows what came, or that it will not come. Only in the session: what is shown now may be on its way out. */
    private void catchUp(UI on) {
        if (opened != null || updating && host.views().expected(url.path())) {
            return;
        }
        var there = host.views().at(url.path()).isPresent();
        if (updating && !there) {
            updating = false;
            instead("ui.gone.title", Notices.gone());
            announce(on);
        } else if (viewer != null && !Pages.has(url) && (there || home() != null)) {
            show(on);
            announce(on);
        }
    }

    @Override
    public Future<?> letGo(Contribution gone) {
        var on = ui;
        var shown = opened;
        if (on == null || shown == null || !shown.contribution().equals(gone)) {
            return CompletableFuture.completedFuture(null);
        }
        return Overlays.inSession(on, () -> {
            if (opened == shown) {
                Overlays.closeAll(on, this);
                updating = true;
                instead(title, Notices.updating());
                // in a session that was busy, it has come back or was given up before its former version was let go
                catchUp(on);
            }
        });
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
        close();
    }
}
