// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.huifang.api.Page;
import org.jspecify.annotations.Nullable;

/**
 * A list that is read page by page: the first page, then more on demand, without a scroll bar of its own. A refresh
 * reads what is shown again and changes rows in place, so that neither focus nor position is lost.
 *
 * @param <T> an item
 * @param <R> the component that shows one, a {@code ListItem} or a {@code Composite} of one
 */
public final class MoreList<T, R extends Component & MoreList.Row<T>> extends Composite<Div> {
    private static final int MOST = 500;

    /** Shows an item, and later what has become of it. */
    public interface Row<T> {
        void show(T item);
    }

    /** Reads a page. */
    public interface Source<T> {
        /** @param after as in {@link Page#next()}, or null for the first page */
        Page<T> read(@Nullable String after, int limit);
    }

    private final Function<T, Object> key;
    private final Function<T, R> row;
    private final int size;
    private final UnorderedList list = Layouts.list();
    private final Button more = new Button("", click -> more());
    private Map<Object, R> rows = new LinkedHashMap<>();
    private @Nullable Source<T> source;
    private @Nullable String next;

    /**
     * @param key tells items apart
     * @param row makes the component of an item, not showing anything yet
     * @param size of a page
     */
    public MoreList(Function<T, Object> key, Function<T, R> row, int size) {
        this.key = key;
        this.row = row;
        this.size = size;
        more.setText(getTranslation("ui.zone.more"));
        more.setVisible(false);
        getContent().add(list, more);
    }

    /** What this list is, for screen readers. */
    public void setLabel(String label) {
        list.getElement().setAttribute("aria-label", label);
    }

    /** Starts anew with the first page of this source. */
    public void from(Source<T> newSource) {
        source = newSource;
        list.removeAll();
        rows = new LinkedHashMap<>();
        var page = newSource.read(null, size);
        arrange(page.items());
        next(page.next());
    }

    /** How many rows are shown. */
    public int shown() {
        return rows.size();
    }

    /** Reads again as many items as are shown and changes the rows in place. */
    public void refresh() {
        if (source == null) {
            return;
        }
        var items = new ArrayList<T>();
        String after = null;
        int wanted = Math.max(size, rows.size());
        do {
            var page = source.read(after, Math.min(MOST, wanted - items.size()));
            items.addAll(page.items());
            after = page.next();
        } while (after != null && items.size() < wanted);
        arrange(items);
        next(after);
    }

    private void more() {
        if (source == null || next == null) {
            return;
        }
        var page = source.read(next, size);
        page.items().forEach(item -> {
            var component = rows.computeIfAbsent(key.apply(item), unused -> added(item));
            component.show(item);
        });
        next(page.next());
    }

    private R added(T item) {
        var component = row.apply(item);
        list.add(component);
        return component;
    }

    private void arrange(List<T> items) {
        var former = new HashMap<>(rows);
        rows = new LinkedHashMap<>();
        for (var item : items) {
            var known = former.remove(key.apply(item));
            var component = known == null ? row.apply(item) : known;
            rows.put(key.apply(item), component);
            component.show(item);
        }
        former.values().forEach(list::remove);
        int position = 0;
        for (var component : rows.values()) {
            if (list.indexOf(component) != position) {
                list.addComponentAtIndex(position, component);
            }
            position++;
        }
    }

    private void next(@Nullable String cursor) {
        next = cursor;
        more.setVisible(cursor != null);
    }
}
