// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.internal.shell;

import java.util.List;
import org.huifang.ui.Viewer;
import org.huifang.ui.internal.host.Host;
import org.huifang.ui.internal.views.Access;
import org.huifang.ui.internal.views.Contribution;
import org.jspecify.annotations.Nullable;

/** The items that a person may open, in order, with where each leads. */
final class Menu {
    /** An item; the path is complete, with the launch and its course where there is one. */
    record Item(String path, String title, String icon, boolean nested) {}

    private Menu() {
    }

    static List<Item> of(Host host, @Nullable Viewer viewer) {
        if (viewer == null) {
            return List.of();
        }
        var views = host.views().menu().stream().filter(view -> Access.of(view, viewer) instanceof Access.Granted)
                .toList();
        return views.stream().map(view -> item(view, views, viewer)).distinct().toList();
    }

    /** Where a person lands; null when nothing is there for them. */
    static @Nullable String home(Host host, Viewer viewer) {
        return of(host, viewer).stream().findFirst().map(Item::path).orElse(null);
    }

    private static Item item(Contribution view, List<Contribution> all, Viewer viewer) {
        var launch = viewer.launch();
        var path = launch == null
                ? view.path()
                : "l/" + launch.id() + "/" + view.path() + (launch.course() == null ? "" : "/" + launch.course());
        boolean alone = all.stream().noneMatch(other -> other.path().startsWith(view.path() + "/"));
        return new Item(path, view.title(), view.icon(), alone);
    }
}
