// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.events;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import org.huifang.api.platform.HookSource;
import org.huifang.rest.hooks.Refused;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * {@code POST /events/canvas/{source}}: a data stream of Canvas by HTTPS with signed payloads, in Canvas's own format or
 * as Caliper. Instructure signs for all its customers with the same keys, so that the account in each event counts.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/events/canvas/*")
public final class CanvasServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Door door;
    private final transient InstantSource clock;

    @Activate
    public CanvasServlet(@Reference Door door, @Reference InstantSource clock) {
        this.door = door;
        this.clock = clock;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Answers.toPost(request, response, () -> {
            byte[] body = Door.bounded(request);
            String path = request.getPathInfo() == null ? "/" : request.getPathInfo();
            Optional<HookSource> source = door.find(path.substring(1), HookSource.Kind.CANVAS);
            Optional<String> payload = source.isEmpty() ? Optional.empty() : door.canvas(token(body));
            if (payload.isEmpty()) {
                throw unknown();
            }
            door.record(source.get(), new CanvasEvents(source.get(), clock.instant()).read(payload.get()));
        });
    }

    /** Some senders put the token between quotes, as a JSON text. */
    private static String token(byte[] body) {
        return new String(body, StandardCharsets.US_ASCII).strip().replaceAll("^\"|\"$", "");
    }

    static Refused unknown() {
        return Refused.because("signature", 401, "The event is not believed",
                "The source is unknown here, or the event is not signed by Instructure, or not of the source's account.");
    }
}
