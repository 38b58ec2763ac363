// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huifang.lti.deeplinking.DeepLinkingResult;
import org.huifang.lti.egress.EgressRequest;
import org.huifang.lti.egress.EgressResponse;
import org.huifang.lti.service.AccessToken;
import org.huifang.lti.service.Member;
import org.huifang.lti.service.Score;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Attacks A16 and A20: what a careless log line cannot tell, and keys that were retired. */
class SecretsStayInsideTest extends LaunchFixture {
    @Tag("A16")
    @Test
    void nothing_that_is_secret_or_personal_is_in_the_text_form_of_any_value() {
        LoginResult.Redirect begun = begin();
        LtiLaunch launch = verified(post(begun, claims(begun)));
        ToolKey key = ToolKey.generate();
        URI uri = URI.create("https://lms.example/p?token=SECRET");
        List<Object> values = List.of(begun, logins.rows.values().iterator().next(), launch, launch.user(), key,
                new AccessToken("SECRET", Set.of(), Instant.EPOCH), EgressRequest.get(uri, "a/b").bearer("SECRET"),
                new EgressResponse(200, Map.of("set-cookie", List.of("SECRET")), "SECRET".getBytes()),
                new DeepLinkingResult.Signed(uri, "SECRET"), Score.finished("SECRET", 1, 1),
                new Member("SECRET", Member.Status.ACTIVE, Roles.of(List.of()), "SECRET", "SECRET", "SECRET",
                        "SECRET@school.example", null, "SECRET", Set.of("SECRET")),
                new ForUser("SECRET", List.of(), "SECRET", "SECRET"));
        for (Object value : values) {
            assertThat(value.toString()).as(value.getClass().getSimpleName()).doesNotContain("SECRET", "Li Wei",
                    "school.example", begun.browserSecret(), begun.state(),
                    begun.request().parameters().get("nonce"), "\"d\"");
        }
    }

    @Tag("A16")
    @Test
    void neither_token_nor_browser_secret_is_ever_in_an_address() {
        LoginResult.Redirect begun = begin();
        assertThat(begun.request().location().toString()).doesNotContain(begun.browserSecret(), "id_token=", "school");
    }

    @Tag("A20")
    @Test
    void what_a_retired_key_signed_is_no_longer_believed() {
        ToolKey old = ToolKey.generate();
        ToolKeys before = ToolKeys.of(old);
        ToolKeys during = ToolKeys.of(ToolKey.generate(), old);
        ToolKeys after = ToolKeys.of(during.signing());
        long now = clock.instant().getEpochSecond();
        String assertion = before.signing().sign(Map.of("aud", "p", "iat", now, "exp", now + 60));
        assertThat(CounterSide.read(before.publicJwks(), assertion, "p", clock)).isNotEmpty();
        assertThat(CounterSide.read(during.publicJwks(), assertion, "p", clock)).isNotEmpty();
        assertThatThrownBy(() -> CounterSide.read(after.publicJwks(), assertion, "p", clock))
                .isInstanceOf(AssertionError.class);
    }
}
