// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.shared.Registration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The one way to register keys. They fire nothing while an input method composes, leave with the view that registered
 * them, and appear in the list of {@code Ctrl+/}. With {@code Ctrl} (on a Mac also {@code Cmd}) they work anywhere on the
 * page while the component is attached; without it only while the component or something in it has the focus, and never
 * while one types into a field. A field that has the focus has told its value before the action runs.
 *
 * <pre>
 * Keys.on(this, "Ctrl+Enter", "revisit.key.finish", this::finish);
 * Keys.on(list, "R", "revisit.key.reschedule", this::reschedule);
 * </pre>
 */
public final class Keys {
    private record Shown(String key, String messageKey) {}

    private static final class Registered extends ArrayList<Shown> {
        private static final long serialVersionUID = 1L;
    }

    private static final String FIELDS = "input:not([type=radio]):not([type=checkbox]),textarea,[contenteditable]";

    private Keys() {
    }

    /**
     * Registers a key for as long as the component is attached.
     *
     * @param key a {@code KeyboardEvent.key} as {@code Enter}, {@code Escape}, {@code ArrowDown}, {@code /}, {@code R},
     * {@code 1}, with {@code Ctrl+} before it or not
     * @param messageKey names the action in the list of keys
     * @return ends it early; not needed otherwise
     * @throws IllegalArgumentException for Enter alone, which chooses a candidate in Chinese input
     */
    public static Registration on(Component component, String key, String messageKey, Runnable action) {
        boolean control = key.startsWith("Ctrl+");
        var name = control ? key.substring(5) : key;
        if (!control && name.equals("Enter") && !component.getElement().hasAttribute("tabindex")) {
            throw new IllegalArgumentException("Enter alone is only for a list that has the focus (tabindex)");
        }
        var live = new Object() {
            @Nullable
            Registration listener;
            @Nullable
            Runnable forget;
        };
        Runnable end = () -> {
            if (live.listener != null) {
                live.listener.remove();
                live.listener = null;
            }
            if (live.forget != null) {
                live.forget.run();
                live.forget = null;
            }
        };
        Runnable begin = () -> component.getUI().ifPresent(ui -> {
            end.run();
            var target = control ? ui.getElement() : component.getElement();
            live.listener = listen(target, filter(name, control), action);
            var shown = new Shown(key, messageKey);
            registered(ui).add(shown);
            live.forget = () -> registered(ui).remove(shown);
        });
        begin.run();
        var attach = component.addAttachListener((AttachEvent event) -> begin.run());
        var detach = component.addDetachListener(event -> end.run());
        return Registration.combine(attach, detach, end::run);
    }

    /** The keys of this page, as {@code key TAB message key}, for the host's list. */
    public static List<String> all(UI ui) {
        return registered(ui).stream().map(shown -> shown.key + "\t" + shown.messageKey).distinct().toList();
    }

    private static Registered registered(UI ui) {
        var known = ComponentUtil.getData(ui, Registered.class);
        if (known == null) {
            known = new Registered();
            ComponentUtil.setData(ui, Registered.class, known);
        }
        return known;
    }

    private static Registration listen(Element target, String filter, Runnable action) {
        // a blur makes a field tell its value first; the expression is evaluated for every key, so it repeats the filter
        var effect = "(" + filter + ") && (event.preventDefault(), (e => { if (e && e !== document.body && e.blur)"
                + " { e.blur(); e.focus(); } })(document.activeElement), true)";
        return target.addEventListener("keydown", event -> action.run()).setFilter(filter).addEventData(effect);
    }

    private static String filter(String name, boolean control) {
        var quoted = "'" + name.toLowerCase(Locale.ROOT).replace("\\", "\\\\").replace("'", "\\'") + "'";
        var base = "!event.isComposing && event.keyCode !== 229 && event.key.toLowerCase() === " + quoted
                + " && !event.altKey";
        return control
                ? base + " && (event.ctrlKey || event.metaKey)"
                : base + " && !event.ctrlKey && !event.metaKey"
                        + " && !event.composedPath().some(e => e.matches && e.matches('" + FIELDS + "'))";
    }
}
