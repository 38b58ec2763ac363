// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.internal.host;

import com.vaadin.flow.di.Lookup;
import com.vaadin.flow.di.LookupInitializer;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.startup.VaadinAppShellInitializer;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.huifang.ui.internal.live.LiveChanges;
import org.huifang.ui.internal.shell.FrameShell;
import org.huifang.ui.internal.shell.FrameSlot;
import org.huifang.ui.internal.shell.Shell;
import org.huifang.ui.internal.shell.Slot;
import org.huifang.ui.internal.texts.Texts;
import org.huifang.ui.internal.views.Contributions;
import org.osgi.annotation.bundle.Capability;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * Vaadin under {@code /*} of the whiteboard's default context, where the longer patterns of other bundles win. While one
 * of those bundles is away its requests would come here: they get 503 and are told to come back, never a page.
 */
@Component(service = Servlet.class, property = {"servlet.init.frameOptions=", "servlet.init.closeIdleSessions=false",
        "servlet.init.pushMode=automatic", "servlet.init.heartbeatInterval=240",
        "servlet.init.org.atmosphere.container.JSR356AsyncSupport.mappingPath=/VAADIN/push"})
@HttpWhiteboardServletPattern("/*")
@HttpWhiteboardServletName("huifang")
@HttpWhiteboardServletAsyncSupported
@Capability(namespace = "osgi.implementation", name = "huifang.view", version = "1.0")
public final class HostServlet extends VaadinServlet {
    private static final long serialVersionUID = 1L;
    private static final Set<String> OTHERS = Set.of("lti", "hooks", "events", "xapi", "api", "oauth", "rest", "s", "n",
            "t", "demo", "health");

    private final transient Host host;

    @Activate
    public HostServlet(@Reference Contributions views, @Reference Texts texts, @Reference LiveChanges changes,
            @Reference People people) {
        Leaks.check();
        host = new Host(views, texts, changes, people);
    }

    @Override
    public void init(ServletConfig config) throws ServletException {
        try (var ours = OurLoader.enter()) {
            forget(config.getServletContext());
            var context = new VaadinServletContext(config.getServletContext());
            new LookupInitializer().initialize(context, new HashMap<>(),
                    lookup -> context.setAttribute(Lookup.class, lookup));
            VaadinAppShellInitializer.init(Set.of(Page.class), context);
            super.init(config);
        }
    }

    @Override
    protected void servletInitialized() {
        var routes = RouteConfiguration.forRegistry(((HostService) getService()).routes());
        routes.update(() -> {
            routes.setRoute("l/:launch/:path*", FrameSlot.class, List.of(FrameShell.class));
            routes.setRoute(":path*", Slot.class, List.of(Shell.class));
        });
    }

    @Override
    protected VaadinServletService createServletService(DeploymentConfiguration configuration) throws ServiceException {
        var service = new HostService(this, configuration, host);
        service.init();
        return service;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var path = request.getPathInfo() == null ? "/" : request.getPathInfo();
        if (OTHERS.contains(path.substring(1).split("/", 2)[0])) {
            away(response);
            return;
        }
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        try (var ours = OurLoader.enter()) {
            super.service(request, response);
        }
    }

    @Override
    protected boolean serveStaticOrWebJarRequest(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var type = Media.type(request.getPathInfo() == null ? "" : request.getPathInfo());
        if (type != null) {
            response.setContentType(type);
        }
        return super.serveStaticOrWebJarRequest(request, response);
    }

    @Override
    public void destroy() {
        var context = getServletConfig() == null ? null : getServletContext();
        super.destroy();
        if (context != null) {
            forget(context);
        }
    }

    /** The context outlives an update of this bundle: what Vaadin left in it is of classes that are gone. */
    private static void forget(ServletContext context) {
        for (var name : Collections.list(context.getAttributeNames())) {
            if (name.startsWith("com.vaadin.")) {
                context.removeAttribute(name);
            }
        }
    }

    private static void away(HttpServletResponse response) throws IOException {
        response.setStatus(503);
        response.setHeader("Retry-After", "2");
        response.setContentType("application/problem+json");
        response.getWriter().write("{\"title\":\"This part is being updated\",\"status\":503}");
    }
}
