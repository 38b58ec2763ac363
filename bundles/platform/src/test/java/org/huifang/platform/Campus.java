// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huifang.lti.ToolKey;
import org.huifang.lti.ToolKeys;
import org.jspecify.annotations.Nullable;

/** A course platform on a real HTTP server that signs real tokens. */
final class Campus implements AutoCloseable {
    static final String CLAIM = "https://purl.imsglobal.org/spec/lti/claim/";
    private static final ToolKey KEY = ToolKey.generate();
    private final HttpServer server;
    final List<String> asked = new CopyOnWriteArrayList<>();
    /** Members as JSON, by user id. */
    final Map<String, String> roster = new TreeMap<>();
    volatile int rosterStatus = 200;
    static final List<String> AGS = List.of("https://purl.imsglobal.org/spec/lti-ags/scope/lineitem.readonly",
            "https://purl.imsglobal.org/spec/lti-ags/scope/score");
    static final String NOTICES = "https://purl.imsglobal.org/spec/lti/scope/noticehandlers";
    static final String GROUPS = "https://purl.imsglobal.org/spec/lti-gs/scope/contextgroup.readonly";
    /** Groups as JSON; null where the platform has no such service. */
    volatile @Nullable String groups;
    volatile int groupStatus = 200;
    /** The queries of the readings of the roster. */
    final List<String> rosterQueries = new CopyOnWriteArrayList<>();
    final List<String> handlers = new CopyOnWriteArrayList<>();
    final List<String> scores = new CopyOnWriteArrayList<>();
    volatile int scoreStatus = 200;
    final List<String> registered = new CopyOnWriteArrayList<>();
    volatile String clientId = "fresh";
    volatile String configuredIssuer = "";

    Campus() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 200);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/jwks", x -> answer(x, 200, "application/json", ToolKeys.of(KEY).publicJwks()));
        server.createContext("/token", x -> answer(x, 200, "application/json",
                "{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"expires_in\":3600,\"scope\":"
                        + "\"https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly "
                        + String.join(" ", AGS) + " " + NOTICES + " " + GROUPS + "\"}"));
        server.createContext("/notice-handlers", x -> {
            handlers.add(new String(x.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(x, 200, "application/json", "{}");
        });
        server.createContext("/.well-known/openid-configuration",
                x -> answer(x, 200, "application/json", configuration()));
        server.createContext("/register", this::register);
        server.createContext("/lineitems/7", x -> {
            scores.add(new String(x.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(x, scoreStatus, "application/json", "{\"id\":\"" + uri("/lineitems/7") + "\",\"label\":\"q\","
                    + "\"scoreMaximum\":1}");
        });
        server.createContext("/members", x -> {
            rosterQueries.add(String.valueOf(x.getRequestURI().getQuery()));
            answer(x, rosterStatus, "application/vnd.ims.lti-nrps.v2.membershipcontainer+json",
                    "{\"id\":\"x\",\"context\":{\"id\":\"c1\"},\"members\":[" + String.join(",", roster.values())
                            + "]}");
        });
        server.createContext("/groups", x -> answer(x, groupStatus,
                "application/vnd.ims.lti-gs.v1.contextgroupcontainer+json",
                "{\"id\":\"c1\",\"groups\":[" + groups + "]}"));
        server.createContext("/groupsets", x -> answer(x, groupStatus,
                "application/vnd.ims.lti-gs.v1.contextgroupsetcontainer+json",
                "{\"id\":\"c1\",\"sets\":[{\"id\":\"s1\",\"name\":\"Lesson times\"}]}"));
        server.start();
    }

    void member(String id, String name, String role, String... groups) {
        String in = Stream.of(groups).map(g -> "{\"group_id\":\"" + g + "\"}").collect(Collectors.joining(","));
        roster.put(id,
                "{\"user_id\":\"" + id + "\",\"name\":\"" + name + "\",\"status\":\"Active\",\"roles\":[\"" + role
                        + "\"],\"group_enrollments\":[" + in + "]}");
    }

    private String configuration() {
        return "{\"issuer\":\"" + (configuredIssuer.isEmpty() ? issuer() : configuredIssuer)
                + "\",\"authorization_endpoint\":\"" + uri("/auth") + "\",\"token_endpoint\":\"" + uri("/token")
                + "\",\"jwks_uri\":\"" + uri("/jwks") + "\",\"registration_endpoint\":\"" + uri("/register")
                + "\",\"https://purl.imsglobal.org/spec/lti-platform-configuration\":{"
                + "\"product_family_code\":\"moodle\"}}";
    }

    private void register(HttpExchange exchange) throws IOException {
        String bearer = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        if (!bearer.equals("Bearer once")) {
            answer(exchange, 401, "application/json", "{}");
            return;
        }
        registered.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        answer(exchange, 201, "application/json", "{\"client_id\":\"" + clientId
                + "\",\"https://purl.imsglobal.org/spec/lti-tool-configuration\":{\"deployment_id\":\"5\"}}");
    }

    /** Claims of a launch of an activity that has a line item. */
    Map<String, Object> placed(String nonce, Instant now, String subject, List<String> roles, String place) {
        Map<String, Object> claims = claims(nonce, now, subject, roles);
        claims.put(CLAIM + "custom", Map.of("huifang_place", place));
        claims.put("https://purl.imsglobal.org/spec/lti-ags/claim/endpoint", Map.of("scope", AGS, "lineitems",
                uri("/lineitems").toString(), "lineitem", uri("/lineitems/7").toString()));
        return claims;
    }

    /** Claims of a teacher who wants to choose. */
    Map<String, Object> picking(String nonce, Instant now, List<String> roles) {
        Map<String, Object> claims = claims(nonce, now, "teacher", roles);
        claims.put(CLAIM + "message_type", "LtiDeepLinkingRequest");
        claims.remove(CLAIM + "resource_link");
        claims.put("https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings",
                Map.of("deep_link_return_url", uri("/content?session=1").toString(), "accept_types",
                        List.of("ltiResourceLink"), "accept_presentation_document_targets", List.of("iframe"),
                        "accept_multiple", true, "data", "a\"b&ä"));
        return claims;
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    URI uri(String path) {
        return URI.create(issuer() + path);
    }

    /** The claims of an ordinary launch, to be spoilt by the tests. */
    Map<String, Object> claims(String nonce, Instant now, String subject, List<String> roles) {
        Map<String, Object> claims = new TreeMap<>();
        claims.put("iss", issuer());
        claims.put("aud", "client");
        claims.put("sub", subject);
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plusSeconds(60).getEpochSecond());
        claims.put("nonce", nonce);
        claims.put("name", "陈晓");
        claims.put("locale", "zh-CN");
        claims.put(CLAIM + "message_type", "LtiResourceLinkRequest");
        claims.put(CLAIM + "version", "1.3.0");
        claims.put(CLAIM + "deployment_id", "1");
        claims.put(CLAIM + "roles", new ArrayList<>(roles));
        claims.put(CLAIM + "resource_link", Map.of("id", "r1"));
        claims.put(CLAIM + "context", Map.of("id", "c1", "title", "Statistics 101"));
        claims.put(CLAIM + "target_link_uri", "http://localhost:8080/");
        claims.put("https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice",
                Map.of("context_memberships_url", uri("/members").toString(), "service_versions", List.of("2.0")));
        if (groups != null) {
            claims.put("https://purl.imsglobal.org/spec/lti-gs/claim/groupsservice",
                    Map.of("scope", List.of(GROUPS), "context_groups_url", uri("/groups").toString(),
                            "context_group_sets_url", uri("/groupsets").toString(), "service_versions",
                            List.of("1.0")));
        }
        return claims;
    }

    String sign(Map<String, Object> claims) {
        return KEY.sign(claims);
    }

    private void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        asked.add(exchange.getRequestURI().toString());
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
