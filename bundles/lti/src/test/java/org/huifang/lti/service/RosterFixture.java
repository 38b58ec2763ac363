// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.huifang.lti.Registration;
import org.huifang.lti.SettableClock;
import org.huifang.lti.TestPlatform;
import org.huifang.lti.ToolKey;
import org.huifang.lti.ToolKeys;
import org.huifang.lti.egress.Egress;
import org.huifang.lti.egress.EgressPolicy;
import org.junit.jupiter.api.AfterEach;

/** A platform with a roster, and a reader beside it. */
abstract class RosterFixture {
    static final ToolKeys KEYS = ToolKeys.of(ToolKey.generate());
    static final String TYPE = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json";

    /** One answer of the roster. */
    record Answer(int status, String type, String body, Map<String, String> headers) {}

    final TestPlatform platform = new TestPlatform();
    final Registration registration = platform.registration("r1", "client-1");
    final SettableClock clock = new SettableClock();
    final Egress egress = new Egress(EgressPolicy.allowing(platform.origin()));
    final TokenClient tokens = new TokenClient(egress, () -> KEYS, clock);
    final AtomicInteger tokensGiven = new AtomicInteger();
    final Map<String, Answer> answers = new ConcurrentHashMap<>();
    final List<String> asked = new CopyOnWriteArrayList<>();
    final List<String> accepted = new CopyOnWriteArrayList<>();
    volatile String revoked = "";
    final List<RosterPage> pages = new ArrayList<>();

    RosterFixture() {
        platform.serve("/token", exchange -> TestPlatform.answer(exchange, 200, "application/json",
                "{\"access_token\":\"t-" + tokensGiven.incrementAndGet() + "\",\"expires_in\":3600}"));
        platform.serve("/nrps", this::roster);
    }

    void roster(HttpExchange exchange) throws IOException {
        String uri = exchange.getRequestURI().toString();
        asked.add(uri);
        accepted.addAll(exchange.getRequestHeaders().get("Accept"));
        String token = exchange.getRequestHeaders().getFirst("Authorization");
        if (("Bearer " + revoked).equals(token)) {
            TestPlatform.answer(exchange, 401, "text/plain", "");
            return;
        }
        Answer answer = answers.getOrDefault(uri, new Answer(404, "text/plain", "", Map.of()));
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        TestPlatform.answer(exchange, answer.status(), answer.type(), answer.body());
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    static String member(int id) {
        return "{\"user_id\":\"" + id + "\",\"roles\":[\"Learner\"],\"name\":\"N" + id + "\"}";
    }

    static String container(String... members) {
        return "{\"id\":\"x\",\"context\":{\"id\":\"c-1\",\"label\":\"ALG\",\"title\":\"Algebra\"},\"members\":["
                + String.join(",", members) + "]}";
    }

    void page(String uri, String body, String... link) {
        answers.put(uri, new Answer(200, TYPE, body, link.length == 0 ? Map.of() : Map.of("Link", link[0])));
    }

    String link(String pathAndQuery, String relation) {
        return "<" + platform.origin() + pathAndQuery + ">; rel=\"" + relation + "\"";
    }

    RosterResult read(String path, RosterQuery query, RosterRules rules) {
        return new NamesAndRoles(egress, tokens, rules, clock).read(registration, platform.uri(path), query,
                pages::add);
    }

    RosterResult read(String path) {
        return read(path, new RosterQuery(0, null, null), RosterRules.STANDARD);
    }

    ServiceFailure failed(RosterResult result) {
        assertThat(result).isInstanceOf(RosterResult.Failed.class);
        return ((RosterResult.Failed) result).failure();
    }

    List<String> ids() {
        return pages.stream().flatMap(p -> p.members().stream()).map(Member::userId).toList();
    }
}
