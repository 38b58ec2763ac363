// SPDX-License-Identifier: Apache-2.0
package org.huifang.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** The course platform's servlets behind a real server. */
final class CourseServer implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private final Server server = new Server(0);
    final Place place;

    CourseServer(Tool tool) throws Exception {
        ServerConnector connector = (ServerConnector) server.getConnectors()[0];
        connector.open();
        place = new Place("http://localhost:" + connector.getLocalPort(), Integer.toString(connector.getLocalPort()),
                null);
        Guard guard = new Guard(place);
        ServletContextHandler handler = new ServletContextHandler("/demo");
        CoursePage page = new CoursePage(tool.classroom, place, guard, new Timekeeper(tool.clock), tool.campus);
        handler.addServlet(new ServletHolder("page", page), "/");
        AuthServlet auth = new AuthServlet(new IdTokens(tool.campus, tool.classroom, place, tool.clock), place);
        handler.addServlet(new ServletHolder("auth", auth), "/auth");
        ServletHolder services = new ServletHolder("services", new ServicesServlet(tool.campus, tool.classroom,
                new ServiceTokens(tool.campus, tool.place, tool.clock)));
        handler.addServlet(services, "/jwks");
        handler.addServlet(services, "/token");
        handler.addServlet(services, "/members");
        server.setHandler(handler);
        server.start();
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    HttpResponse<String> post(String path, String body, String... headers) {
        return send(request(path, headers).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(place.tool() + "/demo" + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }
}
