// SPDX-License-Identifier: Apache-2.0
package org.huifang.oneroster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.felix.hc.api.Result;
import org.huifang.api.intake.RosterSource.Trouble;
import org.huifang.archive.RealArchive;
import org.huifang.intake.IntakeStore;
import org.huifang.intake.RosterCourses;
import org.huifang.intake.StoredRosters;
import org.huifang.persistence.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadRostersTest {
    private static final TestDatabase DATABASE = TestDatabase.start();
    private static final RealArchive REAL = new RealArchive(DATABASE);
    private static final IntakeStore INTAKE = new IntakeStore(DATABASE);
    private static final PullStore STORE = new PullStore(DATABASE);

    private final SisServer sis = new SisServer();
    private final List<String> woken = new ArrayList<>();
    private Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private ReadRosters with(Settings settings) {
        StoredRosters rosters = new StoredRosters(INTAKE, REAL.keeping(), new RosterCourses(REAL.archive()), name -> {},
                () -> now);
        return new ReadRosters(STORE, rosters, woken::add, () -> now, settings);
    }

    @AfterEach
    void settle() {
        sis.close();
    }

    @AfterAll
    static void close() {
        STORE.close();
        INTAKE.close();
        REAL.close();
        DATABASE.close();
    }

    @Test
    void a_configuration_that_cannot_work_names_the_line_to_mend_and_reads_nothing() {
        ReadRosters source = with(Given.with("url", "sis.example"));
        assertThat(source.state().trouble()).isEqualTo(Trouble.CONFIGURATION);
        assertThat(source.state().detail()).startsWith("url: ");
        assertThat(source.execute().getStatus()).isEqualTo(Result.Status.CRITICAL);
        source.readNow();
        assertThat(source.run()).isFalse();
        assertThat(woken).isEmpty();
    }

    @Test
    void who_asks_for_it_now_does_not_wait_for_the_hour() {
        ReadRosters source = with(Given.with(Map.of("tenant", "now", "url", sis.url() + "/ims/oneroster/rostering/v1p2",
                "tokenUrl", sis.url() + "/token")));
        sis.schoolClass("c1", now.minus(Duration.ofDays(1)), "Chinese 1A");
        assertThat(source.state().last()).isNull();
        whole(source);
        assertThat(source.state().last()).isEqualTo(now);
        assertThat(source.execute().getStatus()).isEqualTo(Result.Status.OK);
        sis.asked.clear();

        now = now.plus(Duration.ofMinutes(1));
        whole(source);
        assertThat(sis.asked).as("before its hour").isEmpty();
        source.readNow();
        assertThat(woken).containsExactly(source.name());
        whole(source);
        assertThat(source.state().last()).isEqualTo(now);
        assertThat(sis.asked).isNotEmpty();
    }

    @Test
    void what_is_in_the_way_is_told_with_how_to_mend_it() {
        sis.status = 404;
        ReadRosters source = with(Given.with(Map.of("tenant", "away", "url", sis.url() + "/elsewhere", "tokenUrl",
                sis.url() + "/token")));
        whole(source);
        assertThat(source.state().trouble()).isEqualTo(Trouble.NOT_THERE);
        assertThat(source.execute().toString()).contains("mend url");
    }

    private static void whole(ReadRosters source) {
        while (source.run()) {
            // an answer at a time
        }
    }
}
