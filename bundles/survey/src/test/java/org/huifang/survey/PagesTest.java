// SPDX-License-Identifier: Apache-2.0
package org.huifang.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.huifang.api.TenantId;
import org.huifang.api.platform.Platform;
import org.huifang.api.revisit.Answers;
import org.junit.jupiter.api.Test;

class PagesTest {
    private final Layout layout = new Layout(Language.EN, "/s", "token", "");

    @Test
    void nothing_is_chosen_beforehand() {
        assertThat(page(Answers.NONE, "")).doesNotContain("checked").contains("lang=\"en\"");
    }

    @Test
    void what_was_answered_before_is_shown_again() {
        String page = page(new Answers(4, 0, ""), "first line\nsecond");
        assertThat(page).contains("name=\"satisfaction\" value=\"4\" checked").contains("value=\"0\" aria-label")
                .contains(">\nfirst line\nsecond</textarea>");
        assertThat(Pattern.compile(" checked").matcher(page).results()).hasSize(2);
    }

    @Test
    void texts_of_others_are_text() {
        String evil = "</textarea><script>alert('x')</script>&\"";
        assertThat(new QuestionnairePage(layout, evil).page(Answers.NONE, evil, false)).doesNotContain("<script>alert")
                .contains("&lt;/textarea&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;&quot;");
    }

    @Test
    void eleven_choices_have_their_ends_named_and_every_question_can_be_declined() {
        String page = page(Answers.NONE, "");
        assertThat(Pattern.compile("name=\"recommendation\" value=\"\\d+\"").matcher(page).results()).hasSize(11);
        assertThat(page).contains("aria-label=\"0: not at all likely\"")
                .contains("aria-label=\"10: extremely likely\"");
        assertThat(Pattern.compile("I prefer not to say").matcher(page).results()).hasSize(2);
    }

    @Test
    void each_status_has_its_own_sentence_in_each_language() {
        for (Language language : Language.values()) {
            var pages = Stream.of(Notice.values()).map(n -> n.page(new Layout(language, "/s", "token", ""))).toList();
            assertThat(pages).doesNotHaveDuplicates().allMatch(p -> p.contains("<html lang=\"" + language.tag()));
        }
    }

    @Test
    void a_questionnaire_may_be_framed_by_its_platforms_only() {
        assertThat(Frames.ancestors(Stream.of(platform("http://127.0.0.1:9090", "http://127.0.0.1:9090/auth", true),
                platform("not a url", "https://SSO.example.org/auth?x=;script-src *", true),
                platform("https://off.example.org", "https://off.example.org/auth", false)), Optional.empty()))
                .isEqualTo("'self' http://127.0.0.1:9090 https://sso.example.org");
        assertThat(Frames.ancestors(Stream.empty(), Optional.empty())).isEqualTo("'self'");
        assertThat(Frames.ancestors(Stream.empty(), Optional.of("https://school.example.org")))
                .as("the page of the launch").isEqualTo("'self' https://school.example.org");
    }

    @Test
    void the_launch_stays_in_every_address_of_the_page() {
        String page = new QuestionnairePage(new Layout(Language.EN, "/s", "token", "abc"), null).page(Answers.NONE, "",
                false);
        assertThat(Pattern.compile("&amp;l=abc\"").matcher(page).results()).hasSize(3);
        assertThat(page).contains("your course");
    }

    private String page(Answers answers, String comment) {
        return new QuestionnairePage(layout, "Course").page(answers, comment, false);
    }

    private static Platform platform(String issuer, String auth, boolean enabled) {
        URI url = URI.create(auth.replace(" ", "%20"));
        return new Platform(TenantId.DEFAULT, UUID.randomUUID(), issuer, "c", Set.of("1"), url, url, url, enabled);
    }
}
