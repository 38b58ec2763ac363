// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.internal.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinSession;
import java.util.Locale;
import org.huifang.ui.MessageFiles;
import org.huifang.ui.Viewer;
import org.huifang.ui.internal.host.Host;
import org.jspecify.annotations.Nullable;

/** The reader's own menu: language, colours, keys, sign-out. */
final class OwnMenu extends Composite<MenuBar> {
    private static final long serialVersionUID = 1L;
    /** What was typed and kept in the browser while the line was lost is nobody else's to read. */
    private static final String FORGET = """
            try {
              Object.keys(localStorage).filter(key => key.startsWith('huifang.'))
                .forEach(key => localStorage.removeItem(key));
            } catch (off) { /* nothing was kept */ }""";
    private final transient Host host;
    private final Slot slot;

    OwnMenu(Host host, @Nullable Viewer viewer, Slot slot) {
        this.host = host;
        this.slot = slot;
        var bar = getContent();
        bar.addThemeVariants(MenuBarVariant.LUMO_TERTIARY);
        var button = bar.addItem(viewer == null ? VaadinIcon.COG.create() : VaadinIcon.USER.create());
        button.setAriaLabel(getTranslation("ui.own"));
        if (viewer != null && !viewer.displayName().isBlank()) {
            button.add(" " + viewer.displayName());
        }
        var menu = button.getSubMenu();
        languages(menu.addItem(getTranslation("ui.language")).getSubMenu());
        schemes(menu.addItem(getTranslation("ui.scheme")).getSubMenu());
        if (viewer == null || viewer.launch() == null) {
            menu.addItem(getTranslation("ui.keys.show"), event -> KeyList.show(UI.getCurrent()));
        }
        if (viewer != null && viewer.launch() == null) {
            menu.addItem(getTranslation("ui.signout"), event -> signOut());
        }
    }

    private void languages(SubMenu menu) {
        for (Locale locale : MessageFiles.LOCALES) {
            var item = menu.addItem(host.texts().getTranslation("ui.language.own", locale), event -> {
                var ui = UI.getCurrent();
                Choices.language(ui, locale);
                slot.again(ui);
            });
            item.getElement().setAttribute("lang", locale.toLanguageTag());
            item.setCheckable(true);
            item.setChecked(locale.equals(UI.getCurrent().getLocale()));
        }
    }

    private void schemes(SubMenu menu) {
        var current = Choices.scheme(VaadinRequest.getCurrent());
        for (var scheme : new ColorScheme.Value[]{ColorScheme.Value.SYSTEM, ColorScheme.Value.LIGHT,
                ColorScheme.Value.DARK}) {
            var item = menu.addItem(getTranslation("ui.scheme." + scheme.name().toLowerCase(Locale.ROOT)));
            item.setCheckable(true);
            item.setChecked(scheme == current);
            item.addClickListener(event -> {
                Choices.scheme(UI.getCurrent(), scheme);
                menu.getItems().forEach(other -> other.setChecked(other == item));
            });
        }
    }

    private void signOut() {
        UI.getCurrent().getPage().executeJs(FORGET);
        UI.getCurrent().getPage().setLocation("/login");
        VaadinSession.getCurrent().getSession().invalidate();
    }
}
