// SPDX-License-Identifier: Apache-2.0
package org.huifang.itests.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import org.huifang.itests.Distribution;
import org.huifang.itests.SignedHook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Four lines in {@code etc/} bring Huifang to a PostgreSQL that is there already. */
class ExternalDatabaseTest {
    private static final String STORED = """
            select count(*) from archive.timeline t join archive.identity_key k on k.learner = t.learner
            where t.source = 'hook:shop' and k.subject = 'u7'""";
    private static final int POOL = 5;
    private static final int FOR_JOBS = 3;
    private static final String CONNECTIONS = """
            select count(*) from pg_stat_activity where usename = 'huifang' and pid <> pg_backend_pid()
                and backend_type = 'client backend'""";

    @Test
    void the_four_lines_of_the_example_are_all_it_needs_and_no_own_database_is_run(@TempDir Path folder)
            throws Exception {
        try (var database = new OtherPostgres()) {
            var home = database.installation(folder, POOL);
            try (var huifang = Distribution.startFrom(home)) {
                assertThat(huifang.health()).isEqualTo(200);
                assertThat(hook(huifang)).isEqualTo(202);
                assertThat(database.number(STORED)).isEqualTo(1);
                assertThat(database.number(CONNECTIONS)).as("connections").isBetween(1L, (long) POOL + FOR_JOBS);

                assertThat(huifang.data().resolve("postgres")).doesNotExist();
                assertThat(ProcessHandle.of(huifang.pid()).orElseThrow().descendants()).as("processes beside it")
                        .isEmpty();
                assertThat(huifang.console() + huifang.log()).doesNotContain(database.password());

                huifang.stop();
                assertThat(database.number(CONNECTIONS)).as("connections left behind").isZero();
                huifang.restart();
                assertThat(huifang.command("hook-source", "list").text()).contains("shop");
                assertThat(database.number(STORED)).as("after a restart").isEqualTo(1);
            }
        }
    }

    private static int hook(Distribution huifang) throws IOException, InterruptedException {
        var text = huifang.command("hook-source", "add", "--name", "shop").text();
        var secret = text.substring(text.indexOf("whsec_")).split("\\s", 2)[0];
        var now = Instant.now();
        var hook = SignedHook.of(secret, "external-1", now, SignedHook.enrolled(7, now));
        return HttpClient.newHttpClient()
                .send(hook.to(huifang.at("/hooks/shop")), HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
