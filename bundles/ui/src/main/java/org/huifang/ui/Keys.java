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
 * page while the component is attached, but for another component that registered the same key and has the focus in it;
 * {@link #inside} only with the focus in the component. Without {@code Ctrl} they work only while the component or something
 * in it has the focus, and never while one types into a field or picks from a list; {@code Escape} does while one types. A
 * field that has the focus has told its value before the action runs.
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

        private int next;
    }

    private static final String LISTS = "vaadin-select,vaadin-list-box,vaadin-date-picker-overlay,[role=listbox],"
            + "[role=combobox]";
    private static final String FIELDS = "input:not([type=radio]):not([type=checkbox]),textarea,[contenteditable],"
            + LISTS;
    /** Marks whose key it is in the form that has the focus. */
    private static final String OWNER = "data-key-enter";

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
        return register(component, key, messageKey, false, action);
    }

    /** As {@link #on}, for {@code Ctrl+Enter} of a form that is one of several on its page: with the focus in it only. */
    public static Registration inside(Component form, String key, String messageKey, Runnable action) {
        return register(form, key, messageKey, true, action);
    }

    private static Registration register(Component component, String key, String messageKey, boolean inside,
            Runnable action) {
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
            var filter = filter(name, control);
            if (control && name.equals("Enter")) {
                var owner = Integer.toString(registered(ui).next++);
                component.getElement().setAttribute(OWNER, owner);
                filter += mine(owner, inside);
            }
            live.listener = listen(target, filter, action);
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

    /** Whether the nearest form around the focus that has this key is this one, or there is none. */
    private static String mine(String owner, boolean inside) {
        return " && (o => o ? o.getAttribute('" + OWNER + "') === '" + owner + "' : " + !inside
                + ")(event.composedPath().find(e => e.hasAttribute && e.hasAttribute('" + OWNER + "')))";
    }

    private static String filter(String name, boolean control) {
        var quoted = "'" + name.toLowerCase(Locale.ROOT).replace("\\", "\\\\").replace("'", "\\'") + "'";
        var base = "!event.isComposing && event.keyCode !== 229 && event.key.toLowerCase() === " + quoted
                + " && !event.altKey";
        return control
                ? base + " && (event.ctrlKey || event.metaKey)"
                : base + " && !event.ctrlKey && !event.metaKey"
                        + " && !event.composedPath().some(e => e.matches && e.matches('"
                        + (name.equals("Escape") ? "[opened]" : FIELDS) + "'))";
    }
}
