// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Attack A5, measured: what one posted token may cost at the most. */
class BombsTest extends LaunchFixture {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long MOST_BYTES = 16L << 20;
    private static final Duration MOST_TIME = Duration.ofSeconds(1);
    private static final String HEADER = "{\"alg\":\"RS256\",\"kid\":\"k-1\"";

    private static Map<String, String> bombs() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("deep arrays", "[".repeat(24_000) + "]".repeat(24_000));
        all.put("deep objects", "{\"a\":".repeat(8_000) + "1" + "}".repeat(8_000));
        all.put("unclosed arrays", "[".repeat(40_000));
        all.put("wide object", IntStream.range(0, 5_000).mapToObj(i -> "\"" + i + "\":1")
                .collect(Collectors.joining(",", "{", "}")));
        all.put("wide array", "[" + "1,".repeat(20_000) + "1]");
        all.put("a number with a huge exponent", "1e1000000000");
        all.put("a number with a tiny exponent", "1e-1000000000");
        all.put("a number of many digits", "9".repeat(40_000));
        all.put("escapes", "\"" + "\\u0041".repeat(7_000) + "\"");
        all.put("names that hash alike", IntStream.range(0, 1 << 11).mapToObj(BombsTest::alike)
                .map(n -> "\"" + n + "\":1").collect(Collectors.joining(",", "{", "}")));
        return all;
    }

    /** "Aa" and "BB" have the same hash code. */
    private static String alike(int number) {
        return IntStream.range(0, 11).mapToObj(bit -> (number >> bit & 1) == 0 ? "Aa" : "BB")
                .collect(Collectors.joining());
    }

    private void bounded(String name, LoginResult.Redirect begun, String token) {
        long bytes = THREADS.getThreadAllocatedBytes(Thread.currentThread().threadId());
        long start = THREADS.getCurrentThreadCpuTime();
        LaunchResult result = post(begun, token);
        Duration took = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start);
        long allocated = THREADS.getThreadAllocatedBytes(Thread.currentThread().threadId()) - bytes;
        assertThat(result).as(name).isInstanceOf(LaunchResult.Refused.class);
        assertThat(allocated).as(name + ": bytes").isLessThan(MOST_BYTES);
        assertThat(took).as(name + ": time").isLessThan(MOST_TIME);
    }

    @Tag("A5")
    @Test
    void no_header_costs_more_than_its_bound() {
        LoginResult.Redirect begun = begin();
        post(begun, sign(Map.of("name", "warms up")));
        bombs().forEach((name, bomb) -> bounded(name, begun,
                Token.part(HEADER + ",\"x\":" + bomb + "}") + ".e30.AAAA"));
    }

    @Tag("A5")
    @Test
    void no_signed_payload_costs_more_than_its_bound() {
        LoginResult.Redirect begun = begin();
        post(begun, sign(Map.of("name", "warms up")));
        bombs().forEach((name, bomb) -> {
            for (String claim : new String[]{"x", "exp", "iss", Claims.ROLES}) {
                String payload = "{\"" + claim + "\":" + bomb + "}";
                bounded(name + " as " + claim, begun, Token.signed(
                        Token.part(HEADER + "}") + "." + Token.part(payload), TestPlatform.KEYS.getFirst()));
            }
        });
    }

    @Tag("A5")
    @Test
    void a_token_of_fifty_megabytes_costs_nothing() {
        LoginResult.Redirect begun = begin();
        String huge = "a".repeat(50_000_000);
        bounded("fifty megabytes", begun, huge);
    }
}
