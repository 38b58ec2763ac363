// SPDX-License-Identifier: Apache-2.0
package org.huifang.demo;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code /demo/storage}: the frame beside the tool's that keeps what the tool puts into it. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/storage")
@HttpWhiteboardContextSelect(DemoContext.SELECT)
public final class StorageServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private final transient Place place;

    @Activate
    public StorageServlet(@Reference Place place) {
        this.place = place;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Guard.page(response, "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>storage</title>"
                + script(place) + "</html>", "script-src 'self'; frame-ancestors 'self'");
    }

    /** Listens to the tool's pages and to no others. */
    static String script(Place place) {
        return "<script src=\"files/storage.js\" data-origin=\"" + Words.text(origin(place)) + "\" defer></script>";
    }

    private static String origin(Place place) {
        return place.tool().getScheme() + "://" + place.tool().getRawAuthority();
    }
}
