// SPDX-License-Identifier: Apache-2.0
package org.huifang.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.huifang.api.TenantId;
import org.huifang.api.access.Repeats.Answer;
import org.huifang.api.access.Repeats.Turn;
import org.huifang.api.access.Repeats.Write;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RepeatsTest {
    private static final Write WRITE = new Write(TenantId.DEFAULT, "crm", "a-key");
    private static final byte[] REQUEST = {1, 2, 3};
    private static Desk desk;

    @BeforeAll
    static void open() {
        desk = new Desk();
    }

    @BeforeEach
    void forget() throws Exception {
        desk.database.execute("truncate identity.repeat");
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Test
    void a_write_is_first_then_in_flight_then_answered_again_for_a_day() {
        assertThat(desk.repeats.begin(WRITE, REQUEST)).isEqualTo(new Turn.First());
        assertThat(desk.repeats.begin(WRITE, REQUEST)).isEqualTo(new Turn.InFlight());
        desk.repeats.finish(WRITE, new Answer(201, Map.of("Location", "/x"), new byte[]{7}));

        var again = (Turn.Again) desk.repeats.begin(WRITE, REQUEST);
        assertThat(again.answer().status()).isEqualTo(201);
        assertThat(again.answer().headers()).containsEntry("Location", "/x");
        assertThat(again.answer().body()).containsExactly(7);
        assertThat(desk.repeats.begin(WRITE, new byte[]{9})).isEqualTo(new Turn.Other());
        assertThat(desk.repeats.begin(new Write(new TenantId("other"), "crm", "a-key"), new byte[]{9}))
                .isEqualTo(new Turn.First());
        desk.pass(Duration.ofHours(25));
        assertThat(desk.repeats.begin(WRITE, new byte[]{9})).isEqualTo(new Turn.First());
    }

    @Test
    void what_was_abandoned_or_died_can_be_tried_again() {
        desk.repeats.begin(WRITE, REQUEST);
        desk.repeats.abandon(WRITE);
        assertThat(desk.repeats.begin(WRITE, REQUEST)).isEqualTo(new Turn.First());
        desk.pass(Duration.ofSeconds(61));
        assertThat(desk.repeats.begin(WRITE, REQUEST)).isEqualTo(new Turn.First());
    }

    @Test
    void of_thirty_at_once_one_is_first() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Turn> begin = () -> desk.repeats.begin(WRITE, REQUEST);
            long first = 0;
            for (var turn : threads.invokeAll(Collections.nCopies(30, begin))) {
                first += turn.get() instanceof Turn.First ? 1 : 0;
            }
            assertThat(first).isEqualTo(1);
        }
    }

    @Test
    void a_seal_opens_for_its_tenant_and_purpose_only_and_not_when_touched() {
        var sealed = desk.seals.seal(TenantId.DEFAULT, "/learners", "李|42");
        assertThat(desk.seals.open(TenantId.DEFAULT, "/learners", sealed)).contains("李|42");
        desk.restart();
        assertThat(desk.seals.open(TenantId.DEFAULT, "/learners", sealed)).contains("李|42");
        assertThat(desk.seals.open(new TenantId("other"), "/learners", sealed)).isEmpty();
        assertThat(desk.seals.open(TenantId.DEFAULT, "/tickets", sealed)).isEmpty();
        assertThat(desk.seals.open(TenantId.DEFAULT, "/learners", sealed.substring(0, sealed.length() - 4)))
                .isEmpty();
        assertThat(desk.seals.open(TenantId.DEFAULT, "/learners", "%")).isEmpty();
        assertThat(desk.seals.open(TenantId.DEFAULT, "/learners", "")).isEmpty();
    }
}
