// SPDX-License-Identifier: Apache-2.0
package org.huifang.installer;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.huifang.api.Command;
import org.huifang.api.installer.Brought;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** What a bundle contributes, read from the services that it has registered. */
final class Contributions {
    private final BundleContext context;

    Contributions(BundleContext context) {
        this.context = context;
    }

    List<Brought> of(Bundle bundle) {
        ServiceReference<?>[] services = bundle.getRegisteredServices();
        if (services == null) {
            return List.of();
        }
        return Arrays.stream(services).flatMap(this::of).distinct()
                .sorted(Comparator.comparing(Brought::kind).thenComparing(Brought::name)).toList();
    }

    private Stream<Brought> of(ServiceReference<?> service) {
        var types = Set.of((String[]) service.getProperty("objectClass"));
        if (types.contains("org.huifang.ui.AdminView")) {
            return names("view", service, "huifang.view.path");
        }
        if (types.contains(Command.class.getName())) {
            return command(service);
        }
        if (types.contains("org.huifang.api.Job")) {
            return names("job", service, "job", "component.name");
        }
        if (types.contains("jakarta.servlet.Servlet")) {
            return names("page", service, "osgi.http.whiteboard.servlet.pattern");
        }
        if (Boolean.TRUE.equals(service.getProperty("osgi.jakartars.resource"))) {
            return names("resource", service, "osgi.jakartars.name", "component.name");
        }
        for (var kind : List.of("Channel", "Metric")) {
            if (types.stream().anyMatch(type -> type.startsWith("org.huifang.api.") && type.endsWith(kind))) {
                var name = kind.equals("Channel") ? "channel" : "metric";
                return names(name, service, name, "component.name");
            }
        }
        return types.stream().filter(type -> type.startsWith("org.huifang.api."))
                .map(type -> new Brought("service", type.substring(type.lastIndexOf('.') + 1)));
    }

    private Stream<Brought> command(ServiceReference<?> service) {
        var command = context.getService(service);
        try {
            return command instanceof Command known ? Stream.of(new Brought("command", known.name())) : Stream.of();
        } finally {
            context.ungetService(service);
        }
    }

    private static Stream<Brought> names(String kind, ServiceReference<?> service, String... keys) {
        for (var key : keys) {
            var values = values(service.getProperty(key));
            if (!values.isEmpty()) {
                return values.stream().map(value -> new Brought(kind, value));
            }
        }
        return Stream.of(new Brought(kind, "?"));
    }

    private static List<String> values(@Nullable Object property) {
        return switch (property) {
            case String text -> List.of(text);
            case String[] texts -> List.of(texts);
            case null, default -> List.of();
        };
    }
}
