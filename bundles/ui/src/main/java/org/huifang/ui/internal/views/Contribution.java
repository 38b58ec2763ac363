// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.internal.views;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huifang.api.identity.Role;
import org.jspecify.annotations.Nullable;

/**
 * What a view says of itself in its service properties. Texts only, so that it may outlive its bundle for the seconds in
 * which an update is expected.
 *
 * @param service the service's id: a view that returns after an update is another contribution
 */
public record Contribution(long service, int ranking, String path, String title, int order, String icon,
        Set<Role> roles, boolean menu, boolean frame) {
    static final Comparator<Contribution> IN_MENU = Comparator.comparingInt(Contribution::order)
            .thenComparing(Contribution::path);

    static Contribution of(Function<String, @Nullable Object> property) {
        return new Contribution(number(property.apply("service.id")), (int) number(property.apply("service.ranking")),
                String.valueOf(property.apply("huifang.view.path")),
                String.valueOf(property.apply("huifang.view.title")),
                (int) number(property.apply("huifang.view.order")), String.valueOf(property.apply("huifang.view.icon")),
                roles(property.apply("huifang.view.roles")), truth(property.apply("huifang.view.menu")),
                truth(property.apply("huifang.view.frame")));
    }

    /** Whether this view shows the path: its own, or one below it. */
    boolean fits(String url) {
        return url.equals(path) || url.startsWith(path + "/");
    }

    boolean sameView(Contribution other) {
        return path.equals(other.path);
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }

    private static boolean truth(@Nullable Object value) {
        return Boolean.TRUE.equals(value);
    }

    private static Set<Role> roles(@Nullable Object value) {
        var names = switch (value) {
            case String[] several -> several;
            case String one -> new String[]{one};
            case null, default -> new String[0];
        };
        Map<String, Role> known = Arrays.stream(Role.values()).collect(Collectors.toMap(Enum::name, role -> role));
        // a role that this version does not know opens the view to nobody rather than to all
        return Arrays.stream(names).map(name -> known.getOrDefault(name, Role.ADMIN)).collect(Collectors.toSet());
    }
}
