// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.whiteboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.huifang.api.TenantId;
import org.huifang.api.access.Scope;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.identity.InvalidAccount;
import org.huifang.api.identity.Role;
import org.huifang.api.intake.Intake;
import org.huifang.api.platform.Platforms;
import org.huifang.api.staff.Staff;
import org.huifang.archive.RealArchive;
import org.huifang.calendar.CalendarStore;
import org.huifang.calendar.StoredCalendars;
import org.huifang.identity.RealClients;
import org.huifang.intake.IntakeStore;
import org.huifang.intake.StoredIntake;
import org.huifang.persistence.Announcer;
import org.huifang.persistence.testing.TestDatabase;
import org.huifang.rest.Described;
import org.huifang.rest.resources.ClientsResource;
import org.huifang.rest.resources.ContactResource;
import org.huifang.rest.resources.CoursesResource;
import org.huifang.rest.resources.ExemptionResource;
import org.huifang.rest.resources.FactsResource;
import org.huifang.rest.resources.Fitness;
import org.huifang.rest.resources.HandResource;
import org.huifang.rest.resources.HistoryResource;
import org.huifang.rest.resources.ImportsResource;
import org.huifang.rest.resources.LearnersResource;
import org.huifang.rest.resources.ObligationsResource;
import org.huifang.rest.resources.PlanDraftResource;
import org.huifang.rest.resources.PlansResource;
import org.huifang.rest.resources.TagsResource;
import org.huifang.rest.resources.ValuesResource;
import org.huifang.revisit.RealRevisits;
import org.huifang.staff.Remembered;
import org.huifang.staff.StaffStore;
import org.huifang.staff.StoredStaff;

/** The API over the real archive behind a real server. Every answer is held against the description. */
final class ApiServer implements AutoCloseable {
    static final TenantId HERE = TenantId.DEFAULT;
    static final TenantId THERE = new TenantId("other-school");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final AtomicLong seconds = new AtomicLong();
    final InstantSource clock = () -> Instant.parse("2026-09-01T08:00:00Z").plusSeconds(seconds.getAndIncrement());
    final TestDatabase database = TestDatabase.start();
    private final RealArchive real = new RealArchive(database);
    final LearnerArchive archive = real.archive();
    private final IntakeStore lists = new IntakeStore(database);
    final Intake intake = new StoredIntake(lists, new Announcer(), name -> {}, clock);
    final RealRevisits owed = new RealRevisits(database, archive, clock);
    final RealClients access = new RealClients(database, clock, "https://huifang.example");
    final String key = key(HERE, "crm", Set.of(Scope.values()));
    final String otherKey = key(THERE, "crm", Set.of(Scope.values()));
    private final CalendarStore days = new CalendarStore(database);
    private final StaffStore team = new StaffStore(database);
    final Staff staff = new StoredStaff(team, access.accounts, new Remembered(), new Announcer(), clock);
    private final Fitness fitness = new Fitness(access.accounts, staff,
            new StoredCalendars(days, new Announcer(), clock), clock);
    private final RestServlet servlet = new RestServlet(new RestServlet.Config() {
        @Override
        public int requestsPerMinute() {
            return 100_000;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return RestServlet.Config.class;
        }
    });
    private final Server server = new Server(0);
    private final Described described;

    ApiServer() throws IOException, InterruptedException {
        Platforms none = (Platforms) Proxy.newProxyInstance(Platforms.class.getClassLoader(),
                new Class<?>[]{Platforms.class}, (self, method, arguments) -> Optional.empty());
        List.of(new LearnersResource(archive, real.segments(clock), real.consents(), clock),
                new TagsResource(archive, real.tags(), clock),
                new ValuesResource(archive, real.keeping(), clock), new CoursesResource(archive),
                new FactsResource(archive, none, clock), new ClientsResource(access.clients),
                new ImportsResource(intake), new HistoryResource(real.history()),
                new ObligationsResource(owed.revisits, archive, fitness, clock),
                new ExemptionResource(owed.revisits), new ContactResource(owed.revisits, clock),
                new HandResource(owed.revisits, fitness), new PlansResource(owed.plans, archive),
                new PlanDraftResource(owed.plans, archive))
                .forEach(servlet::bindPart);
        servlet.bindAccounts(access.accounts);
        servlet.bindClients(access.clients);
        servlet.bindRepeats(access.repeats);
        servlet.bindSeals(access.seals);
        ServletContextHandler handler = new ServletContextHandler("/");
        ServletHolder holder = new ServletHolder(servlet);
        handler.addServlet(holder, "/api/v1/*");
        handler.addServlet(holder, "/rest/*");
        server.setHandler(handler);
        try {
            server.start();
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        described = new Described(JSON.readTree(HTTP
                .send(HttpRequest.newBuilder(at("/openapi.json")).build(), HttpResponse.BodyHandlers.ofString())
                .body()));
    }

    void seal() {
        real.history();
    }

    String key(TenantId tenant, String name, Set<Scope> scopes) {
        return Optional.ofNullable(access.clients.add(tenant, name, scopes, null).key()).orElseThrow();
    }

    URI at(String path) {
        return URI.create("http://localhost:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort()
                + (path.startsWith("/rest") ? "" : "/api/v1") + path);
    }

    /** A request with the key of the first school, to be changed before it is sent. */
    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(path.startsWith("http") ? URI.create(path) : at(path)).header("Authorization",
                "Bearer " + key);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(to(path));
    }

    /** A request with the name and the password of a member of staff. */
    HttpRequest.Builder as(String name, String path) {
        return HttpRequest.newBuilder(at(path)).header("Authorization", "Basic " + Base64.getEncoder()
                .encodeToString((name + ":a long one for " + name).getBytes(StandardCharsets.UTF_8)));
    }

    UUID employ(String name, Role... roles) {
        try {
            return access.accounts.create(HERE, name, name, "a long one for " + name, Set.of(roles)).id();
        } catch (InvalidAccount e) {
            throw new AssertionError(e);
        }
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(to(path).header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Sends, and holds the answer against the description. */
    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpRequest built = request.build();
        HttpResponse<String> answer = HTTP.send(built, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as("%s %s: %s", built.method(), built.uri(), answer.body()).isLessThan(500);
        assertThat(answer.headers().firstValue("Trace-Id")).isPresent();
        described.check(built.method(), built.uri().getPath().replaceFirst("^/(api/v1|rest)", ""),
                answer.statusCode(), answer.headers().firstValue("Content-Type").orElse(""), answer.body());
        return answer;
    }

    static JsonNode json(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        days.close();
        team.close();
        lists.close();
        owed.close();
        real.close();
        database.close();
    }
}
