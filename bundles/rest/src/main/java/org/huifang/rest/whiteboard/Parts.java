// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.whiteboard;

import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceMethod;
import org.huifang.api.access.Needs;
import org.huifang.api.identity.For;
import org.huifang.api.identity.Role;
import org.jspecify.annotations.Nullable;

/** The resources and extensions that are registered now. */
final class Parts {
    /** One thing that can be asked for, and who may. */
    record Route(String method, String path, List<Role> roles) {}

    private final List<Object> all = new CopyOnWriteArrayList<>();

    void add(Object part) {
        all.add(part);
    }

    void remove(Object part) {
        all.removeIf(one -> one == part);
    }

    List<Object> now() {
        return List.copyOf(all);
    }

    /** The path that a part answers, or "" for one that concerns all. */
    static String path(Object part) {
        Path path = part.getClass().getAnnotation(Path.class);
        String text = path == null ? "" : path.value().replaceFirst("^/", "").replaceFirst("[/{].*$", "");
        return text.isEmpty() ? "" : "/" + text;
    }

    /** Of this list too. */
    List<Route> routes() {
        return Stream.concat(Stream.of(RoutesResource.class), all.stream().map(Object::getClass)).map(Resource::from)
                .filter(resource -> resource != null)
                .flatMap(resource -> routes("", resource).stream()).toList();
    }

    private static List<Route> routes(String above, Resource resource) {
        String own = resource.getPath() == null ? "" : resource.getPath();
        String path = above + (own.startsWith("/") || own.isEmpty() ? own : "/" + own);
        var routes = new ArrayList<Route>();
        for (ResourceMethod method : resource.getResourceMethods()) {
            For who = who(method.getInvocable().getHandler().getHandlerClass(),
                    method.getInvocable().getHandlingMethod());
            routes.add(new Route(method.getHttpMethod(), path, who == null ? List.of() : List.of(who.value())));
        }
        resource.getChildResources().forEach(child -> routes.addAll(routes(path, child)));
        return routes;
    }

    static @Nullable For who(Class<?> type, Method method) {
        For own = method.getAnnotation(For.class);
        return own == null ? type.getAnnotation(For.class) : own;
    }

    static @Nullable Needs scope(Class<?> type, Method method) {
        Needs own = method.getAnnotation(Needs.class);
        return own == null ? type.getAnnotation(Needs.class) : own;
    }
}
