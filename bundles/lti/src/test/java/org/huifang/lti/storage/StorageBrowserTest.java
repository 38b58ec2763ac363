// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.huifang.lti.CounterSide;
import org.huifang.lti.Jwks;
import org.huifang.lti.JwksRules;
import org.huifang.lti.LaunchResult;
import org.huifang.lti.LaunchRules;
import org.huifang.lti.LaunchVerifier;
import org.huifang.lti.LoginResult;
import org.huifang.lti.LoginTable;
import org.huifang.lti.OidcLogin;
import org.huifang.lti.Registration;
import org.huifang.lti.Registrations;
import org.huifang.lti.SettableClock;
import org.huifang.lti.TestPlatform;
import org.huifang.lti.ToolSite;
import org.huifang.lti.egress.Egress;
import org.huifang.lti.egress.EgressPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script in a real Chromium: a platform, and a tool in its frame at another origin, which sets no cookie at all. */
class StorageBrowserTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final StorageWords WORDS = new StorageWords("en", "T", "wait", "failed", "anew");
    private static final String LTI = "https://purl.imsglobal.org/spec/lti/claim/";

    private final Path profile = Files.createTempDirectory("lti-storage");
    private final TestPlatform platform = new TestPlatform();
    private final TestPlatform tool = new TestPlatform();
    private final String toolOrigin = tool.origin().replace("127.0.0.1", "localhost");
    private final SettableClock clock = new SettableClock();
    private final LoginTable logins = new LoginTable();
    private final Registration registration = platform.registration("r1", "client-1");
    private final Registrations registrations = new Registrations() {
        @Override
        public List<Registration> byIssuer(String issuer) {
            return List.of(registration);
        }

        @Override
        public Optional<Registration> byId(String id) {
            return Optional.of(registration);
        }
    };
    private final ToolSite site = new ToolSite(URI.create(toolOrigin), URI.create(toolOrigin + "/launch"));
    private final OidcLogin login = new OidcLogin(registrations, logins, site, Duration.ofMinutes(10), clock);
    private final LaunchVerifier verifier = new LaunchVerifier(registrations, logins,
            new Jwks(new Egress(EgressPolicy.allowing(platform.origin())), JwksRules.STANDARD, clock), site,
            LaunchRules.STANDARD, clock);
    private final BlockingQueue<String> reports = new LinkedBlockingQueue<>();
    private final BlockingQueue<LaunchResult> launches = new LinkedBlockingQueue<>();
    private Process browser;

    StorageBrowserTest() throws IOException {
    }

    @BeforeEach
    void serve() {
        assumeTrue(Files.isExecutable(CHROMIUM), "no Chromium here");
        tool.serve("/storage.js", e -> TestPlatform.answer(e, 200, "text/javascript", StorageScript.text()));
        tool.serve("/report", this::report);
        tool.serve("/login", this::login);
        tool.serve("/launch", this::launch);
        tool.serve("/watch.js", e -> TestPlatform.answer(e, 200, "text/javascript", resource("watch.js")));
        tool.serve("/cases", e -> TestPlatform.answer(e, 200, "text/html",
                "<!doctype html><script src=/storage.js></script><script src=/cases.js></script>"));
        tool.serve("/cases.js", e -> TestPlatform.answer(e, 200, "text/javascript", resource("cases.js")));
        platform.serve("/report", this::report);
        platform.serve("/auth", this::auth);
        platform.serve("/course", e -> TestPlatform.answer(e, 200, "text/html",
                resource("course.html").replace("TOOL", toolOrigin)));
        platform.serve("/frame", e -> TestPlatform.answer(e, 200, "text/html", resource("frame.html")));
    }

    @AfterEach
    void stop() throws Exception {
        if (browser != null) {
            browser.descendants().forEach(ProcessHandle::destroyForcibly);
            browser.destroyForcibly().waitFor();
        }
        try (Stream<Path> files = Files.walk(profile)) {
            // a browser that was killed may still let go of a file: what cannot be deleted stays
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (UncheckedIOException e) {
            assertThat(e).hasCauseInstanceOf(NoSuchFileException.class);
        }
        platform.close();
        tool.close();
    }

    private static String resource(String name) throws IOException {
        try (var in = StorageBrowserTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void report(HttpExchange exchange) throws IOException {
        reports.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        TestPlatform.answer(exchange, 200, "text/plain", "");
    }

    private static Map<String, String> pairs(String text) {
        Map<String, String> pairs = new HashMap<>();
        for (String pair : text.split("&")) {
            String[] parts = pair.split("=", 2);
            pairs.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return pairs;
    }

    private void login(HttpExchange exchange) throws IOException {
        Map<String, String> p = new HashMap<>(pairs(exchange.getRequestURI().getRawQuery()));
        p.putAll(Map.of("iss", platform.origin(), "login_hint", "7", "target_link_uri", toolOrigin + "/x"));
        LoginResult.Redirect go = (LoginResult.Redirect) login.begin(p);
        String page = StoragePages.keep(StorageExchange.keeping(go).orElseThrow(), go, p,
                URI.create(toolOrigin + "/login"), URI.create("/storage.js"), WORDS);
        TestPlatform.answer(exchange, 200, "text/html", page + "<script src=/watch.js></script>");
    }

    private void auth(HttpExchange exchange) throws IOException {
        Map<String, String> p = pairs(exchange.getRequestURI().getRawQuery());
        long now = clock.instant().getEpochSecond();
        Map<String, Object> claims = new HashMap<>(Map.of("iss", platform.origin(), "aud", "client-1", "sub", "42",
                "iat", now, "exp", now + 60, "nonce", p.get("nonce")));
        claims.putAll(Map.of(LTI + "version", "1.3.0", LTI + "message_type", "LtiResourceLinkRequest",
                LTI + "deployment_id", "1", LTI + "target_link_uri", toolOrigin + "/x", LTI + "roles",
                List.of("Learner"), LTI + "resource_link", Map.of("id", "rl-1")));
        String token = CounterSide.mint(claims);
        TestPlatform.answer(exchange, 200, "text/html",
                "<!doctype html><form method=post action=" + toolOrigin + "/launch><input name=state value="
                        + p.get("state") + "><input name=id_token value=" + token
                        + "></form><script>document.forms[0].submit()</script>");
    }

    private void launch(HttpExchange exchange) throws IOException {
        Map<String, String> form = pairs(new String(exchange.getRequestBody().readAllBytes(),
                StandardCharsets.US_ASCII));
        if (form.containsKey(StorageAnswer.FIELD)) {
            var headers = exchange.getRequestHeaders();
            launches.add(verifier.verify(form, StorageAnswer.secret(form, site, headers.getFirst("Sec-Fetch-Site"),
                    headers.getFirst("Origin"))));
            TestPlatform.answer(exchange, 200, "text/html", "done");
            return;
        }
        launches.add(verifier.verify(form, null));
        TestPlatform.answer(exchange, 200, "text/html",
                StoragePages.ask(StorageExchange.asking(form, logins, registrations, clock).orElseThrow(), form,
                        URI.create(toolOrigin + "/launch"), URI.create("/storage.js"), WORDS)
                        + "<script src=/watch.js></script>");
    }

    private void open(String url) throws IOException {
        browser = new ProcessBuilder(CHROMIUM.toString(), "--headless=new", "--no-sandbox", "--disable-gpu",
                "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
                "--disable-sync", "--remote-debugging-port=0", "--test-third-party-cookie-phaseout",
                "--user-data-dir=" + profile, url).redirectErrorStream(true)
                .redirectOutput(profile.resolve("chromium.log").toFile()).start();
    }

    private String reported() throws InterruptedException {
        return String.valueOf(reports.poll(60, TimeUnit.SECONDS));
    }

    @Tag("PM-03")
    @Tag("PM-05")
    @Tag("PM-09")
    @Tag("PM-10")
    @ParameterizedTest
    @ValueSource(strings = {"good", "strict"})
    void without_any_cookie_a_launch_opens_by_the_value_that_the_platform_kept_and_the_value_is_deleted(String as)
            throws Exception {
        open(platform.origin() + "/course?target=_parent&as=" + as);
        assertThat(launches.poll(60, TimeUnit.SECONDS)).as("before the value is back")
                .isInstanceOf(LaunchResult.Refused.class);
        assertThat(launches.poll(60, TimeUnit.SECONDS)).as("with the value")
                .isInstanceOfSatisfying(LaunchResult.Verified.class,
                        v -> assertThat(v.launch().user().subject()).isEqualTo("42"));
        assertThat(reported()).isEqualTo("secret");
        if (as.equals("good")) {
            // two requests of one page, which may overtake each other
            assertThat(List.of(reported(), reported())).containsExactlyInAnyOrder("nothing", "empty");
        } else {
            assertThat(reported()).isEqualTo("nothing");
        }
    }

    @Tag("PM-02")
    @Tag("PM-03")
    @Test
    void a_storage_in_a_frame_of_the_platform_is_found_by_name() throws Exception {
        open(platform.origin() + "/course?target=box&as=silent");
        assertThat(launches.poll(60, TimeUnit.SECONDS)).isInstanceOf(LaunchResult.Refused.class);
        assertThat(launches.poll(60, TimeUnit.SECONDS)).isInstanceOf(LaunchResult.Verified.class);
    }

    @Tag("PM-07")
    @Test
    void a_platform_that_never_answers_leaves_the_user_with_a_way_on() throws Exception {
        open(platform.origin() + "/course?target=_parent&as=silent");
        assertThat(reported()).isEqualTo("failed timeout anew");
        assertThat(launches).isEmpty();
    }

    @Tag("PM-03")
    @Tag("PM-04")
    @Tag("PM-06")
    @Tag("PM-09")
    @Test
    void the_dialogue_takes_only_the_answer_it_asked_for_and_names_every_error() throws Exception {
        open(toolOrigin + "/cases");
        assertThat(reported()).isEqualTo("ok 14");
    }
}
