// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.huifang.api.TenantId;
import org.huifang.persistence.testing.TestDatabase;

/** The bundle's components over a real database behind a real server, as Declarative Services would put them together. */
final class ToolServer implements AutoCloseable {
    final TestDatabase database;
    final RecordingArchive archive;
    private final boolean second;
    final List<String> woken = new CopyOnWriteArrayList<>();
    final Path data;
    volatile Instant now = Instant.parse("2026-09-01T08:00:00Z");
    final InstantSource clock = () -> now;
    Surroundings here;
    PlatformStore store;
    SessionClock sessions;
    ToolKeyRing keys;
    StoredLaunches launches;
    StoredPlatforms platforms;
    StoredHookSources hooks;
    CourseContexts courses;
    RosterExchange exchange;
    Marks marks;
    FollowAnswers followAnswers;
    SendMarks sendMarks;
    ToldGroups groups;
    AskForNotices askForNotices;
    StoredSetup setup;
    private Server server;
    private String url = "http://localhost:8080";

    ToolServer() {
        database = TestDatabase.start();
        archive = new RecordingArchive();
        second = false;
        try {
            data = Files.createTempDirectory("huifang-platform");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        restart();
    }

    /** Another node over the same database. */
    ToolServer(ToolServer first) {
        database = first.database;
        archive = first.archive;
        data = first.data;
        second = true;
        restart();
    }

    /** All components and the web server anew over the same database and folder. */
    void restart() {
        stop();
        here = new Surroundings(url, data);
        store = new PlatformStore(database);
        sessions = new SessionClock(clock);
        Seal seal = new Seal(here);
        Registered registered = new Registered(store, clock);
        LoginRows logins = new LoginRows(store);
        keys = new ToolKeyRing(store, seal, clock);
        Tool tool = new Tool(registered, logins, keys, here, clock);
        launches = new StoredLaunches(store, sessions);
        courses = new CourseContexts(store);
        ArchiveDoor door = new ArchiveDoor(archive);
        marks = new Marks(store, clock);
        followAnswers = new FollowAnswers(store, door, marks, woken::add);
        askForNotices = new AskForNotices(store, registered, tool, clock);
        sendMarks = new SendMarks(store, registered, tool, clock);
        groups = new ToldGroups(store, tool);
        exchange = new RosterExchange(courses, new Members(store), registered, tool, door, groups, marks, clock);
        platforms = new StoredPlatforms(store, registered, exchange, clock);
        hooks = new StoredHookSources(store, seal, clock);
        Arrivals arrivals = new Arrivals(door, launches, courses, marks, woken::add, clock);
        Cookies cookies = new Cookies(here);
        Refusals refusals = new Refusals(store, clock);
        Invitations invitations = new Invitations(store, here, clock);
        PendingPlatforms pending = new PendingPlatforms(store, registered, clock);
        Pickings pickings = new Pickings(store, clock);
        ConnectionTraces traces = new ConnectionTraces(store, sessions);
        setup = new StoredSetup(store, registered, invitations, pending, keys,
                new ConnectionCheck(traces, registered, tool, here, sessions), tool);
        server = new Server(0);
        ServletContextHandler handler = new ServletContextHandler("/lti");
        handler.addServlet(new ServletHolder(new LoginServlet(tool, cookies, refusals, clock)), "/login");
        handler.addServlet(new ServletHolder(
                new LaunchServlet(tool, registered, logins, arrivals, new Landings(), cookies, pickings, traces,
                        refusals)),
                "/launch");
        handler.addServlet(new ServletHolder(new JwksServlet(keys)), "/jwks");
        handler.addServlet(new ServletHolder(new RegisterServlet(tool, invitations, pending, refusals)), "/register");
        handler.addServlet(new ServletHolder(new PickServlet(tool, pickings, registered, refusals)), "/deep-link");
        handler.addServlet(new ServletHolder(new PageFiles()), "/files/*");
        handler.addServlet(new ServletHolder(
                new NoticesServlet(tool, new Notices(store, registered, woken::add, clock), refusals)), "/notices");
        server.setHandler(handler);
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    void reached(String publicUrl) {
        url = publicUrl;
        restart();
    }

    /** An empty database with one platform registered. */
    void clean(Campus campus) throws SQLException {
        database.execute("truncate platform.registration, platform.deployment, platform.login, platform.launch,"
                + " platform.refusal, platform.context, platform.member, platform.hook_source, platform.hook_secret,"
                + " platform.invitation, platform.pending, platform.picking, platform.answered, platform.person,"
                + " platform.grade_door, platform.mark, platform.notice, platform.notice_door, platform.course_group,"
                + " platform.group_member");
        archive.deliveries.clear();
        archive.answers.clear();
        database.execute("update platform.cursor set position = ''");
        woken.clear();
        restart();
        platforms.add(TenantId.DEFAULT, campus.issuer(), "client", "1", campus.uri("/auth"), campus.uri("/token"),
                campus.uri("/jwks"));
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    String origin() {
        return "http://localhost:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    }

    long count(String table) {
        return store.ofAll(sql -> sql.one("select count(*) from platform." + table, r -> r.getLong(1)))
                .orElseThrow();
    }

    List<String> reasons() {
        return store.ofAll(sql -> sql.list("select reason from platform.refusal", r -> r.getString(1)));
    }

    private void stop() {
        try {
            if (server != null) {
                server.stop();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        stop();
        if (!second) {
            database.close();
        }
    }
}
