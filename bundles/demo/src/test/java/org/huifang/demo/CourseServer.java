// SPDX-License-Identifier: Apache-2.0
package org.huifang.demo;

import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
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
        Clients clients = new Clients(tool.store, place, tool.clock);
        Quirks quirks = new Quirks(tool.store);
        Activities activities = new Activities(tool.store, tool.clock);
        Grades grades = new Grades(tool.store, quirks, tool.clock);
        GradeWords words = new GradeWords(tool.campus, grades, activities, quirks);
        ServiceTokens tokens = new ServiceTokens(tool.campus, tool.clients, tool.clock);
        add(handler, new CoursePage(tool.classroom, place, guard, new Timekeeper(tool.clock), tool.campus, clients,
                activities, grades, quirks), "/");
        add(handler, new AuthServlet(new IdTokens(tool.campus, tool.classroom, activities,
                new ServiceClaims(tool.campus, activities, grades, words, quirks), tool.clock), clients), "/auth");
        add(handler, new ServicesServlet(tool.campus, tool.classroom, activities, quirks, tokens), "/jwks", "/token",
                "/members");
        add(handler, new GradesServlet(grades, words, tokens), "/lineitems/*");
        add(handler, new GroupsServlet(tool.classroom, tokens), "/groups", "/groupsets");
        add(handler, new RegistrationServlet(tool.campus, place, clients, quirks), "/.well-known/openid-configuration",
                "/register");
        add(handler, new ContentServlet(activities,
                new PickedItems(tool.campus, activities, tokens, quirks, tool.clock), tool.clients,
                place), "/content");
        add(handler, new AdminPage(clients, quirks, place, guard), "/admin", "/admin/do");
        add(handler, new StorageServlet(place), "/storage");
        server.setHandler(handler);
        server.start();
    }

    private static void add(ServletContextHandler handler, HttpServlet servlet, String... paths) {
        ServletHolder holder = new ServletHolder(servlet);
        for (String path : paths) {
            handler.addServlet(holder, path);
        }
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    HttpResponse<String> post(String path, String body, String... headers) {
        HttpRequest.Builder request = request(path, headers).POST(BodyPublishers.ofString(body));
        return send(List.of(headers).contains("Content-Type")
                ? request
                : request.header("Content-Type", "application/x-www-form-urlencoded"));
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
