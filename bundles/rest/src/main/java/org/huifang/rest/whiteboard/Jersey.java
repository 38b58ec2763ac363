// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.whiteboard;

import jakarta.ws.rs.Path;
import java.lang.reflect.Type;
import java.util.List;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.internal.inject.AbstractBinder;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;

/** What one generation of Jersey serves, and what stands around every resource. */
final class Jersey extends ResourceConfig {
    Jersey(Surround around, List<Object> parts) {
        property(ServerProperties.WADL_FEATURE_DISABLE, true);
        property(CommonProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true);
        property(CommonProperties.PROVIDER_DEFAULT_DISABLE, "ALL");
        property(ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true);
        registerInstances(around.filters().toArray());
        List<Object> resources = parts.stream().filter(Jersey::isResource).toList();
        parts.stream().filter(part -> !isResource(part)).forEach(this::register);
        // By class and with one binder for all, because Jersey warns of registered instances for no reason
        // and takes one binder of a class only.
        resources.forEach(resource -> register(resource.getClass()));
        register(new AbstractBinder() {
            @Override
            protected void configure() {
                resources.forEach(resource -> bind(resource).to((Type) resource.getClass()));
            }
        });
    }

    private static boolean isResource(Object part) {
        return part.getClass().isAnnotationPresent(Path.class);
    }
}
