// SPDX-License-Identifier: Apache-2.0
package org.huifang.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.huifang.itests.Database;
import org.huifang.itests.Distribution;
import org.huifang.itests.PlatformPeer;
import org.huifang.itests.ToolClient;

/**
 * Prints how long the roster of a large course takes by Names and Roles: everybody new, nobody new, and a hundredth of
 * them exchanged for others; the first beside what the database does with the same rows alone in the same run.
 */
public final class RosterBench {
    private static final int MEMBERS = Integer.getInteger("huifang.members", 10_000);
    private static final int EXCHANGED = MEMBERS / 100;
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    /** What an exchange leaves behind in the archive and at the platform. */
    private static final List<String> TABLES = List.of("archive.learner", "archive.identity_key",
            "archive.identity_value", "archive.enrolment", "archive.timeline", "archive.search", "platform.member");
    private static final String SERVICE = "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice";

    private final List<String> rows = new ArrayList<>();
    private final Distribution huifang;
    private final PlatformPeer platform;
    private final ToolClient tool;

    private RosterBench(Distribution huifang, PlatformPeer platform) {
        this.huifang = huifang;
        this.platform = platform;
        this.tool = new ToolClient(URI.create("http://localhost:" + huifang.port()), platform,
                HttpClient.newHttpClient());
    }

    public static void main(String[] args) throws Exception {
        try (var huifang = Distribution.start(); var platform = new PlatformPeer()) {
            new RosterBench(huifang, platform).run();
        }
    }

    private void run() throws Exception {
        huifang.command(platform.registration());
        var everybody = members(0, MEMBERS);
        double first = sync(everybody);
        double alone = Alone.seconds(huifang, TABLES);
        row("%,d members, all new".formatted(MEMBERS), first, "the same rows alone: %.2f s, ratio %.2f".formatted(
                alone, alone / first));
        row("%,d members, nobody new".formatted(MEMBERS), sync(everybody), "");
        row("%,d members, %,d left and as many joined".formatted(MEMBERS, EXCHANGED),
                sync(members(EXCHANGED, MEMBERS + EXCHANGED)), "");
        System.out.println("| what | measured | the database |\n|---|---|---|");
        rows.forEach(System.out::println);
    }

    private static List<String> members(int from, int to) {
        return IntStream.range(from, to).mapToObj(n -> "member-" + n).toList();
    }

    /** Seconds from the launch of an instructor until the roster was read, and who is in it and who is not is on record. */
    private double sync(List<String> members) {
        platform.enrolled(members);
        int before = platform.rostersRead();
        long from = System.nanoTime();
        var login = tool.login();
        var claims = platform.claims("teacher", "Instructor", login.nonce(), tool.target(), Instant.now())
                .claim(SERVICE, Map.of("context_memberships_url", platform.memberships(), "service_versions",
                        List.of("2.0")));
        int status = tool.launch(login, platform.sign(claims.build())).statusCode();
        if (status >= 400) {
            throw new IllegalStateException("the launch was answered " + status);
        }
        Distribution.await(PATIENCE, () -> platform.rostersRead() > before
                && number("select count(*) from platform.member where subject like 'member-%'") == members.size()
                && number("select count(*) from platform.member where subject = '" + members.getFirst() + "'") == 1);
        return (System.nanoTime() - from) / 1e9;
    }

    private long number(String query) {
        return Database.count(huifang, query);
    }

    private void row(String what, double seconds, String database) {
        rows.add(String.format(Locale.ROOT, "| %s | %.1f s, %,.0f members/s | %s |", what, seconds, MEMBERS / seconds,
                database));
        System.err.println(rows.getLast());
    }
}
