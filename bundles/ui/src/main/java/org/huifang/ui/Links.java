// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.huifang.ui.internal.shell.Slot;
import org.jspecify.annotations.Nullable;

/**
 * Links between views. All paths are as in {@link View#path()}, without the prefix of a launch, which is added here, so
 * that a view works the same in a frame and for staff.
 */
public final class Links {
    private Links() {
    }

    /**
     * The URL of a view, relative to the page's base.
     *
     * @param path as {@code files/8c1f...}
     * @param query names and values in turn; a value that is null or empty leaves its parameter out
     */
    public static String to(String path, @Nullable Object... query) {
        return prefix() + path + encode(pairs(query));
    }

    /** A link that navigates without loading the page anew. */
    public static Anchor link(String text, String path, @Nullable Object... query) {
        var anchor = new Anchor(to(path, query), text);
        anchor.getElement().setAttribute("router-link", true);
        return anchor;
    }

    /** Goes to a view. */
    public static void go(String path, @Nullable Object... query) {
        UI.getCurrent().navigate(to(path, query));
    }

    /**
     * Puts filters, tab, selection or date into the URL without navigating, so that Back, reload and a pasted link give
     * the same view. What it does not name it removes.
     */
    public static void rewrite(String path, @Nullable Object... query) {
        var location = to(path, query);
        UI.getCurrent().getPage().getHistory().replaceState(null, location);
        var slot = ComponentUtil.getData(UI.getCurrent(), Slot.class);
        if (slot != null) {
            slot.moved(location);
        }
    }

    private static String prefix() {
        return Viewer.find().map(Viewer::launch).map(launch -> "l/" + launch.id() + "/").orElse("");
    }

    private static Map<String, String> pairs(@Nullable Object... query) {
        var pairs = new LinkedHashMap<String, String>();
        for (int i = 0; i + 1 < query.length; i += 2) {
            var value = query[i + 1];
            if (value != null && !value.toString().isEmpty()) {
                pairs.put(String.valueOf(query[i]), value.toString());
            }
        }
        return pairs;
    }

    private static String encode(Map<String, String> pairs) {
        return pairs.isEmpty()
                ? ""
                : pairs.entrySet().stream()
                        .map(pair -> code(pair.getKey()) + "=" + code(pair.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static String code(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
