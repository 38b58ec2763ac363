// SPDX-License-Identifier: Apache-2.0
package org.huifang.bench;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.huifang.itests.Distribution;
import org.huifang.itests.PlatformPeer;

/** Whole LTI launches over one connection: login, signed id_token, landing; state, nonce and launch in the database. */
final class Launches implements Load.Work {
    private static final byte[] NOTHING = {};
    private final Connection connection;
    private final PlatformPeer platform;
    private final String login;
    private final String target;

    private Launches(Connection connection, PlatformPeer platform, URI tool) {
        this.connection = connection;
        this.platform = platform;
        this.target = tool + "lti/launch";
        this.login = "/lti/login?client_id=peer&login_hint=1&iss=" + encode(platform.issuer()) + "&target_link_uri="
                + encode(target);
    }

    static Load.Worker to(Distribution huifang, PlatformPeer platform) throws Exception {
        huifang.command(platform.registration());
        return _ -> new Launches(new Connection(huifang.at("/")), platform, huifang.at("/"));
    }

    @Override
    public void once() throws Exception {
        var asked = connection.send("GET", login, Map.of(), NOTHING);
        var location = asked.headers().getOrDefault("location", "?");
        var parameters = Arrays.stream(location.split("\\?", 2)[1].split("&")).map(p -> p.split("=", 2))
                .collect(Collectors.toMap(p -> p[0], p -> URLDecoder.decode(p[1], StandardCharsets.UTF_8)));
        var cookies = Arrays.stream(asked.headers().getOrDefault("set-cookie", "").split("\n"))
                .map(c -> c.split(";", 2)[0]).collect(Collectors.joining("; "));
        var subject = "u" + ThreadLocalRandom.current().nextInt(2_000);
        var token = platform.sign(platform
                .claims(subject, "Instructor", parameters.getOrDefault("nonce", ""), target, Instant.now()).build());
        var form = "state=" + encode(parameters.getOrDefault("state", "")) + "&id_token=" + token;
        var landed = connection.send("POST", URI.create(parameters.getOrDefault("redirect_uri", "")).getPath(),
                Map.of("content-type", "application/x-www-form-urlencoded", "cookie", cookies),
                form.getBytes(StandardCharsets.UTF_8));
        if (landed.status() != 302 && landed.status() != 303) {
            throw new IllegalStateException("a launch was answered " + landed.status());
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws Exception {
        connection.close();
    }
}
