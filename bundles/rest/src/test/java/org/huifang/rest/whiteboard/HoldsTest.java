// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.whiteboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.huifang.rest.whiteboard.Holds.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class HoldsTest {
    private final Holds holds = new Holds();

    private CompletableFuture<Answer> enter(String path) {
        var answer = new CompletableFuture<Answer>();
        Thread.startVirtualThread(() -> {
            try {
                answer.complete(holds.enter(path));
            } catch (InterruptedException e) {
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }

    @Test
    void a_request_waits_for_a_part_that_is_away_and_goes_in_when_it_is_back() throws Exception {
        holds.close("/courses");
        CompletableFuture<Answer> waiting = enter("/courses/1");
        assertThat(enter("/ledger").get(1, TimeUnit.SECONDS)).as("other parts go on").isEqualTo(Answer.IN);
        assertThat(waiting).isNotDone();
        holds.open(List.of("/courses"), System.nanoTime());
        assertThat(waiting.get(1, TimeUnit.SECONDS)).isEqualTo(Answer.IN);
    }

    @Test
    void a_part_that_stays_away_is_missing() throws Exception {
        holds.close("/courses");
        assertThat(enter("/courses").get(10, TimeUnit.SECONDS)).isEqualTo(Answer.MISSING);
        assertThat(enter("/coursesx").get(1, TimeUnit.SECONDS)).isEqualTo(Answer.IN);
    }

    @Test
    void closing_returns_when_the_last_request_has_left() throws Exception {
        holds.enter("/courses");
        var closing = CompletableFuture.runAsync(() -> holds.close("/courses"));
        CompletableFuture<Answer> late = enter("/ledger");
        late.get(1, TimeUnit.SECONDS);
        assertThat(closing).isNotDone();
        holds.leave("/courses");
        closing.get(1, TimeUnit.SECONDS);
    }

    @Test
    void a_list_made_before_a_part_went_does_not_open_it() throws Exception {
        long asOf = System.nanoTime();
        holds.close("/courses");
        holds.open(List.of("/courses"), asOf);
        assertThat(enter("/courses").get(10, TimeUnit.SECONDS)).isEqualTo(Answer.MISSING);
    }
}
