// SPDX-License-Identifier: Apache-2.0
package org.huifang.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.huifang.api.Page;
import org.huifang.api.TenantId;
import org.huifang.api.events.DeadLetter;
import org.huifang.api.events.DeadLetter.State;
import org.huifang.api.events.Replayed;
import org.huifang.persistence.Announcer;
import org.huifang.persistence.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LettersTest {
    private static final TestDatabase DATABASE = TestDatabase.start();
    private static final EventStore STORE = new EventStore(DATABASE);
    private static final TenantId SCHOOL = new TenantId("school");
    private static final TenantId OTHER = new TenantId("other");

    private Instant now = Instant.parse("2026-03-02T02:00:00Z");
    private Replayed door = new Replayed.Away();
    private final List<String> read = new ArrayList<>();
    private final StoredLetters letters = new StoredLetters(STORE, () -> now, new Announcer(),
            (tenant, source, key, body) -> {
                read.add(tenant + "/" + source + "/" + key + "/" + new String(body, StandardCharsets.UTF_8));
                return door;
            });

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void clean() throws Exception {
        DATABASE.execute("truncate events.letter");
    }

    private void keep(String key) {
        letters.keep(SCHOOL, "lms", key, "lesson.exploded", "/type is unknown", "{}".getBytes(StandardCharsets.UTF_8));
    }

    private DeadLetter only() {
        return letters.list(SCHOOL, null, null, null, 10).items().getFirst();
    }

    @Test
    void the_same_letter_once_more_only_counts() {
        keep("m1");
        now = now.plusSeconds(5);
        keep("m1");
        assertThat(letters.list(SCHOOL, State.OPEN, "lms", null, 10).items()).hasSize(1);
        assertThat(only().times()).isEqualTo(2);
        assertThat(only().last()).isEqualTo(only().first().plusSeconds(5));
        assertThat(letters.open(SCHOOL)).isOne();
        assertThat(letters.list(OTHER, null, null, null, 10).items()).isEmpty();
        assertThat(letters.body(OTHER, only().id())).isEmpty();
    }

    @Test
    void a_replay_settles_what_is_understood_now_and_says_why_not_otherwise() {
        keep("m1");
        var id = only().id();
        door = new Replayed.Refused("/data/user/id is missing");
        assertThat(letters.replay(SCHOOL, id)).isEqualTo(door);
        assertThat(only().state()).isEqualTo(State.OPEN);
        assertThat(only().reason()).isEqualTo("/data/user/id is missing");
        door = new Replayed.Recorded();
        assertThat(letters.replay(SCHOOL, id)).isEqualTo(door);
        assertThat(only().state()).isEqualTo(State.REPLAYED);
        assertThat(read).containsExactly("school/lms/m1/{}", "school/lms/m1/{}");
        assertThat(letters.replay(OTHER, id)).isInstanceOf(Replayed.Away.class);
    }

    @Test
    void a_dismissed_letter_can_be_opened_again() {
        keep("m1");
        assertThat(letters.dismiss(OTHER, only().id(), true)).isFalse();
        assertThat(letters.dismiss(SCHOOL, only().id(), true)).isTrue();
        assertThat(letters.list(SCHOOL, State.OPEN, null, null, 10).items()).isEmpty();
        assertThat(letters.dismiss(SCHOOL, only().id(), false)).isTrue();
        assertThat(letters.open(SCHOOL)).isOne();
    }

    @Test
    void letters_are_listed_newest_first_page_by_page_and_forgotten_after_thirty_days() {
        for (int n = 0; n < 7; n++) {
            keep("m" + n);
            now = now.plusSeconds(n % 2);
        }
        var keys = new ArrayList<String>();
        String after = null;
        do {
            Page<DeadLetter> page = letters.list(SCHOOL, State.OPEN, null, after, 2);
            page.items().forEach(letter -> keys.add(letter.key()));
            after = page.next();
        } while (after != null);
        assertThat(keys).hasSize(7).doesNotHaveDuplicates().startsWith("m6");
        now = now.plus(Duration.ofDays(30)).minusSeconds(1);
        new ForgetOld(STORE, () -> now).run();
        assertThat(letters.open(SCHOOL)).isBetween(1, 6);
        now = now.plusSeconds(10);
        new ForgetOld(STORE, () -> now).run();
        assertThat(letters.open(SCHOOL)).isZero();
    }
}
