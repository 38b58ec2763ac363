// SPDX-License-Identifier: Apache-2.0
package org.huifang.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.huifang.itests.Distribution;
import org.huifang.itests.SignedHook;

/** Signed hooks over one connection: a lesson completed by one of 2,000 learners, answered after the commit. */
final class Hooks implements Load.Work {
    private static final int LEARNERS = 2_000;
    private final Connection connection;
    private final String secret;

    private Hooks(Connection connection, String secret) {
        this.connection = connection;
        this.secret = secret;
    }

    /** Registers the source {@code bench}. */
    static Load.Worker to(Distribution huifang) throws Exception {
        var answer = huifang.command("hook-source", "add", "--name", "bench").text();
        var secret = answer.substring(answer.indexOf("whsec_")).split("\\s", 2)[0];
        return _ -> new Hooks(new Connection(huifang.at("/")), secret);
    }

    @Override
    public void once() throws Exception {
        var random = ThreadLocalRandom.current();
        var now = Instant.now();
        var hook = SignedHook.of(secret, UUID.randomUUID().toString(), now,
                SignedHook.lessonCompleted(random.nextInt(LEARNERS), random.nextInt(101), now));
        var answer = connection.send("POST", "/hooks/bench",
                Map.of("content-type", "application/json", "webhook-id", hook.id(), "webhook-timestamp",
                        Long.toString(now.getEpochSecond()), "webhook-signature", hook.signature()),
                hook.body().getBytes(StandardCharsets.UTF_8));
        if (answer.status() != 202) {
            throw new IllegalStateException("a hook was answered " + answer.status());
        }
    }

    @Override
    public void close() throws Exception {
        connection.close();
    }
}
