// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.internal.host;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.server.RouteRegistry;
import com.vaadin.flow.server.ServiceDestroyListener;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import com.vaadin.flow.shared.Registration;
import java.net.URL;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Vaadin's service, fitted to Felix. Servlets see a wrapper of the container's session that prefixes all names and wraps
 * values that listen to their session; the WebSocket handshake hands over the session itself. So the Vaadin session is
 * kept a second time in a plain holder, and both it and the lock are also looked for under the prefixed names.
 */
public final class HostService extends VaadinServletService {
    private static final long serialVersionUID = 1L;
    private static final String RAW = "org.apache.felix.http.session.context.attr.";

    private record Holder(VaadinSession session) {}

    private final transient Host host;

    HostService(VaadinServlet servlet, DeploymentConfiguration configuration, Host host) {
        super(servlet, configuration);
        this.host = host;
    }

    RouteRegistry routes() {
        return getRouteRegistry();
    }

    public Host host() {
        return host;
    }

    public static HostService of(UI ui) {
        return (HostService) ui.getSession().getService();
    }

    static @Nullable HostService current() {
        return VaadinService.getCurrent() instanceof HostService service ? service : null;
    }

    @Override
    protected Optional<Instantiator> loadInstantiators() {
        return Optional.of(new HostInstantiator(this));
    }

    @Override
    protected void setDefaultClassLoader() {
        setClassLoader(HostService.class.getClassLoader());
    }

    @Override
    public @Nullable String getMimeType(String name) {
        return Media.type(name);
    }

    /** Only what was meant for browsers; the bundle's other entries stay inside. */
    @Override
    public @Nullable URL getStaticResource(String path) {
        return HostService.class.getClassLoader().getResource("META-INF/resources" + path);
    }

    /** Vaadin registers one for each component class that it ever saw, and keeps the class by it: not wanted here. */
    @Override
    public Registration addServiceDestroyListener(ServiceDestroyListener listener) {
        return listener.getClass().getName().startsWith("com.vaadin.flow.component.internal.ComponentMetaData")
                ? () -> {}
                : super.addServiceDestroyListener(listener);
    }

    @Override
    protected @Nullable Lock getSessionLock(WrappedSession session) {
        var lock = super.getSessionLock(session);
        return lock != null ? lock : (ReentrantLock) session.getAttribute(raw(getServiceName() + ".lock"));
    }

    /** What an earlier version of this bundle left in a session is of other classes: such a page starts anew. */
    @Override
    protected @Nullable VaadinSession readFromHttpSession(WrappedSession session) {
        if (session.getAttribute(getSessionAttributeName()) instanceof VaadinSession wrapped) {
            return wrapped;
        }
        return session.getAttribute(raw(holder())) instanceof Holder held ? held.session : null;
    }

    @Override
    protected void writeToHttpSession(WrappedSession session, VaadinSession vaadin) {
        super.writeToHttpSession(session, vaadin);
        session.setAttribute(holder(), new Holder(vaadin));
    }

    @Override
    protected void removeFromHttpSession(WrappedSession session) {
        super.removeFromHttpSession(session);
        session.removeAttribute(holder());
    }

    private String holder() {
        return getSessionAttributeName() + ".holder";
    }

    private String raw(String name) {
        return RAW + getServlet().getServletContext().getServletContextName() + "." + name;
    }
}
