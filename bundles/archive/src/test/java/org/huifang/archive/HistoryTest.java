// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huifang.archive.Course101.MONDAY;
import static org.huifang.archive.Course101.SOURCE;
import static org.huifang.archive.Course101.TENANT;
import static org.huifang.archive.Course101.day;
import static org.huifang.archive.Course101.enrolled;
import static org.huifang.archive.Course101.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.apache.felix.hc.api.Result;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.History;
import org.huifang.persistence.Announcer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static final TenantId OTHER = new TenantId("other");

    private static final String MAY = "grant update, delete on archive.timeline to current_user";

    private final Course101 here = new Course101();
    private final SealHistory seal = new SealHistory(here.store);
    private final CheckHistory check = new CheckHistory(here.store, new Announcer(List.of()));
    private final SealedHistory history = new SealedHistory(here.store, job -> {});

    @AfterEach
    void close() {
        here.close();
    }

    private void seal() {
        while (seal.run()) {
            // until nothing is left
        }
    }

    private @Nullable Long wrong(TenantId tenant) {
        history.check(tenant);
        while (history.state(tenant).checking()) {
            check.run();
        }
        return history.state(tenant).wrong();
    }

    private History.Anchor anchor(TenantId tenant) {
        return Objects.requireNonNull(history.state(tenant).last());
    }

    /** By whoever may do everything with the database. */
    private void tamper(String... statements) {
        here.store.ofAll(sql -> {
            for (String statement : statements) {
                sql.update(statement);
            }
            return statements;
        });
    }

    private record Line(String tenant, long facts, String hash, @Nullable Long wrongFrom) {}

    /** What the file says that goes out with the product. */
    private List<Line> outsider() throws IOException {
        String[] script = Files.readString(Path.of("../../distribution/src/main/files/bin/verify-history.sql"))
                .replaceAll("(?m)^--.*", "").split(";");
        return here.store.ofAll(sql -> {
            sql.list(script[0], row -> row.getString(1));
            return sql.list(script[1], row -> new Line(row.getString("tenant"), row.getLong("facts"),
                    row.getString("hash"), row.getObject("wrong_from", Long.class)));
        });
    }

    @Test
    void every_fact_is_sealed_once_though_many_are_recorded_meanwhile() {
        List<CompletableFuture<Void>> writers = new ArrayList<>();
        for (int writer = 0; writer < 4; writer++) {
            String who = "w" + writer;
            writers.add(CompletableFuture.runAsync(() -> {
                for (int n = 0; n < 50; n++) {
                    here.record(who + n, enrolled(who + n, who, MONDAY), lesson(who + n, n, day(1)));
                }
            }));
        }
        while (!writers.stream().allMatch(CompletableFuture::isDone)) {
            seal.run();
        }
        seal();
        assertThat(anchor(TENANT).facts()).isEqualTo(400);
        assertThat(anchor(TENANT).block()).isGreaterThan(1);
        assertThat(wrong(TENANT)).isNull();
        assertThat(history.state(TENANT).checked()).isNotNull();
    }

    @Test
    void one_changed_byte_is_found_by_the_product_and_by_an_outsider() throws IOException {
        for (int n = 0; n < 5; n++) {
            here.record("e" + n, enrolled("s" + n, "Wang Fang", MONDAY));
            seal();
        }
        String kept = anchor(TENANT).hash();
        assertThat(outsider()).containsExactly(new Line(TENANT.value(), 5, kept, null));
        tamper(MAY, "alter table archive.timeline disable trigger append_only",
                "update archive.timeline set fact = jsonb_set(fact, '{identity,name}', '\"Wang Fong\"') where id = "
                        + "(select min(id) + 2 from archive.timeline)");
        assertThat(wrong(TENANT)).isEqualTo(3);
        assertThat(check.execute().getStatus()).isEqualTo(Result.Status.WARN);
        assertThat(outsider()).extracting(Line::wrongFrom).containsExactly(3L);
    }

    @Test
    void what_was_taken_away_or_slipped_in_is_found_and_a_chain_written_anew_does_not_match_the_anchor()
            throws IOException {
        for (int n = 0; n < 3; n++) {
            here.record("e" + n, enrolled("s" + n, "Wang Fang", MONDAY));
            seal();
        }
        String kept = anchor(TENANT).hash();
        tamper(MAY, "alter table archive.timeline disable trigger append_only",
                "delete from archive.timeline where id = (select min(id) + 1 from archive.timeline)");
        assertThat(wrong(TENANT)).isEqualTo(2);
        tamper("grant delete on archive.block to current_user",
                "alter table archive.block disable trigger append_only", "delete from archive.block",
                "delete from archive.anchor");
        seal();
        assertThat(wrong(TENANT)).as("the chain agrees with itself").isNull();
        assertThat(outsider()).extracting(Line::wrongFrom).containsOnlyNulls();
        assertThat(anchor(TENANT).hash()).as("but not with what was kept").isNotEqualTo(kept);
    }

    @Test
    void each_school_has_a_chain_of_its_own() {
        here.record("e", enrolled("s", "Wang Fang", MONDAY));
        here.archive.record(new Delivery(OTHER, SOURCE, "f", List.of(enrolled("t", "Li Lei", MONDAY))));
        seal();
        assertThat(anchor(TENANT).facts()).isEqualTo(1);
        assertThat(anchor(OTHER).facts()).isEqualTo(1);
        assertThat(anchor(OTHER).hash()).isNotEqualTo(anchor(TENANT).hash());
        tamper(MAY, "alter table archive.timeline disable trigger append_only",
                "update archive.timeline set source = 'staff:x' where tenant = 'other'");
        assertThat(wrong(OTHER)).isEqualTo(1);
        assertThat(wrong(TENANT)).isNull();
    }

    @Test
    void anchors_are_read_by_pages_and_what_is_sealed_cannot_be_changed_by_the_product() {
        here.record("e", enrolled("s", "Wang Fang", MONDAY));
        seal();
        tamper("insert into archive.anchor select tenant, day - back, 1, 1, hash from archive.anchor, "
                + "generate_series(1, 4) back");
        var first = history.anchors(TENANT, null, 3);
        var rest = history.anchors(TENANT, first.next(), 3);
        assertThat(first.items()).hasSize(3).isSortedAccordingTo((a, b) -> b.day().compareTo(a.day()));
        assertThat(rest.items()).hasSize(2);
        assertThat(rest.next()).isNull();
        assertThatThrownBy(() -> history.anchors(TENANT, "tomorrow", 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tamper("update archive.block set facts = 0"))
                .hasStackTraceContaining("permission denied for table block");
        assertThat(history.state(OTHER)).isEqualTo(new History.State(null, null, null, false));
    }
}
