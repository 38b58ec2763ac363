// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.events;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import org.huifang.api.platform.HookSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code POST /events/caliper}: an envelope is taken whole or not at all; 200 once what it says is committed. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/events/caliper")
public final class CaliperServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Door door;
    private final transient InstantSource clock;

    @Activate
    public CaliperServlet(@Reference Door door, @Reference InstantSource clock) {
        this.door = door;
        this.clock = clock;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Answers.toPost(request, response, () -> {
            HookSource source = door.known(request);
            door.record(source, new CaliperEvents(source, clock.instant()).envelope(Door.body(request)));
        });
    }
}
