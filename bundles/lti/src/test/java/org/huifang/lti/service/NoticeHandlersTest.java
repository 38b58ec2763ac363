// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huifang.lti.CounterSide;
import org.huifang.lti.NotificationsClaim;
import org.huifang.lti.service.ServiceFailure.Kind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class NoticeHandlersTest extends GradesFixture {
    private static final URI HERE = URI.create("https://tool.example/lti/notices");
    private final NoticeHandlers handlers = new NoticeHandlers(egress, tokens, clock);

    private NotificationsClaim door(String scope) {
        return new NotificationsClaim(Set.of(scope), uri("/s/pns"), List.of("1.0"), List.of("LtiHelloWorldNotice"));
    }

    @Tag("PNS-02")
    @Tag("PNS-04")
    @Tag("PNS-05")
    @Test
    void a_handler_is_set_with_a_batch_size_and_taken_away_by_an_empty_address() {
        on("PUT /s/pns", 200, "{}");
        done(handlers.set(registration, door(NoticeHandlers.SCOPE),
                new NoticeHandler("LtiHelloWorldNotice", HERE, 50)));
        assertThat(CounterSide.json(asked.getLast().body())).isEqualTo(
                Map.of("notice_type", "LtiHelloWorldNotice", "handler", HERE.toString(), "max_batch_size", 50L));
        done(handlers.set(registration, door(NoticeHandlers.SCOPE), new NoticeHandler("LtiGoneNotice", null, 50)));
        assertThat(CounterSide.json(asked.getLast().body()))
                .isEqualTo(Map.of("notice_type", "LtiGoneNotice", "handler", ""));
    }

    @Tag("PNS-03")
    @Test
    void what_is_set_is_read() {
        on("GET /s/pns", 200, "{\"notice_handlers\":[{\"notice_type\":\"LtiHelloWorldNotice\",\"handler\":\"" + HERE
                + "\",\"max_batch_size\":5},{\"notice_type\":\"x\",\"handler\":\"\"}]}");
        assertThat(done(handlers.list(registration, door(NoticeHandlers.SCOPE))))
                .containsExactly(new NoticeHandler("LtiHelloWorldNotice", HERE, 5));
        on("GET /s/pns", 200, "[]");
        assertThat(failed(handlers.list(registration, door(NoticeHandlers.SCOPE))).kind())
                .isEqualTo(Kind.UNEXPECTED_ANSWER);
    }

    @Tag("PNS-02")
    @Test
    void a_notice_that_is_not_offered_and_a_scope_that_is_missing_are_not_asked_for() {
        assertThat(failed(handlers.set(registration, door(NoticeHandlers.SCOPE),
                new NoticeHandler("LtiOtherNotice", HERE, null))).kind()).isEqualTo(Kind.NOT_CONFIGURED);
        assertThat(failed(handlers.list(registration, door("other"))).kind()).isEqualTo(Kind.SCOPE_MISSING);
        assertThat(platform.requests).isEmpty();
    }
}
