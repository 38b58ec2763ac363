// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.huifang.lti.AssignmentAndGradesClaim;
import org.huifang.lti.Registration;
import org.huifang.lti.SettableClock;
import org.huifang.lti.TestPlatform;
import org.huifang.lti.ToolKey;
import org.huifang.lti.ToolKeys;
import org.huifang.lti.egress.Egress;
import org.huifang.lti.egress.EgressPolicy;
import org.junit.jupiter.api.AfterEach;

/** A platform with services under {@code /s}, whose addresses carry a query as Moodle's do, and clients beside it. */
abstract class GradesFixture {
    static final ToolKeys KEYS = ToolKeys.of(ToolKey.generate());
    static final Set<String> ALL = Set.of(AssignmentAndGrades.LINE_ITEM, AssignmentAndGrades.LINE_ITEM_READ,
            AssignmentAndGrades.SCORE, AssignmentAndGrades.RESULT);

    /** What came in. */
    record Asked(String line, String accept, String type, String body) {}

    /** What goes out. */
    record Answer(int status, String body, Map<String, String> headers) {}

    final TestPlatform platform = new TestPlatform();
    final Registration registration = platform.registration("r1", "client-1");
    final SettableClock clock = new SettableClock();
    final Egress egress = new Egress(EgressPolicy.allowing(platform.origin()));
    final TokenClient tokens = new TokenClient(egress, () -> KEYS, clock);
    final AssignmentAndGrades grades = new AssignmentAndGrades(egress, tokens, clock);
    final AtomicInteger tokensGiven = new AtomicInteger();
    final Map<String, Answer> answers = new ConcurrentHashMap<>();
    final List<Asked> asked = new CopyOnWriteArrayList<>();
    final List<String> scopes = new CopyOnWriteArrayList<>();
    volatile String revoked = "";
    final AssignmentAndGradesClaim claim = claim(ALL);

    GradesFixture() {
        platform.serve("/token", exchange -> {
            String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII);
            scopes.add(form.replaceAll(".*(?:^|&)scope=([^&]*).*", "$1"));
            TestPlatform.answer(exchange, 200, "text/html",
                    "{\"access_token\":\"t-" + tokensGiven.incrementAndGet() + "\",\"expires_in\":3600}");
        });
        platform.serve("/s", this::service);
    }

    private void service(HttpExchange exchange) throws IOException {
        String line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        asked.add(new Asked(line, exchange.getRequestHeaders().getFirst("Accept"),
                exchange.getRequestHeaders().getFirst("Content-Type"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        boolean stale = ("Bearer " + revoked).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        Answer answer = stale
                ? new Answer(401, "", Map.of())
                : answers.getOrDefault(line, new Answer(404, "", Map.of()));
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        TestPlatform.answer(exchange, answer.status(), "application/json", answer.body());
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    AssignmentAndGradesClaim claim(Set<String> granted) {
        return new AssignmentAndGradesClaim(granted, uri("/s/items?type_id=1"), uri("/s/items/5/lineitem?type_id=1"));
    }

    URI uri(String path) {
        return platform.uri(path);
    }

    void on(String line, int status, String body) {
        answers.put(line, new Answer(status, body, Map.of()));
    }

    String item(String path, String more) {
        return "{\"id\":\"" + uri(path) + "\",\"label\":\"Done\",\"scoreMaximum\":10" + more + "}";
    }

    static <T> T done(ServiceResult<T> result) {
        if (result instanceof ServiceResult.Failed<T> failed) {
            throw new AssertionError(failed.failure());
        }
        return ((ServiceResult.Done<T>) result).value();
    }

    static ServiceFailure failed(ServiceResult<?> result) {
        assertThat(result).isInstanceOf(ServiceResult.Failed.class);
        return ((ServiceResult.Failed<?>) result).failure();
    }
}
