// SPDX-License-Identifier: Apache-2.0
package org.huifang.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.revisit.Kind;
import org.huifang.api.revisit.Notice.About;
import org.huifang.api.revisit.Notice.Status;
import org.junit.jupiter.api.Test;

class ContactPageTest {
    private static final UUID CALCULUS = new UUID(0, 1);
    private static final UUID CHINESE = new UUID(0, 2);
    private static final Instant MONDAY = Instant.parse("2026-11-23T11:00:00Z");

    @Test
    void all_purposes_the_time_in_the_learners_zone_and_the_length_are_said() {
        assertThat(page(Language.EN, Status.OPEN, "", false))
                .contains("Monday 23 November, 19:00 (Asia/Shanghai)", "about 12 minutes")
                .contains("<li>how your start went (Calculus)</li>", "<li>send &lt;the&gt; file (your course)</li>")
                .contains("That suits me", "Another time", "Another way", "Not this time");
        assertThat(page(Language.ZH_HANS, Status.OPEN, "", false)).contains("11 月 23 日（周一）19:00");
    }

    @Test
    void nothing_is_chosen_beforehand_and_every_change_is_a_form_that_is_sent() {
        String page = page(Language.EN, Status.OPEN, "", false);
        assertThat(page).doesNotContain("checked").contains("value=\"2026-11-24T11:00:00Z\"", "value=\"wechat\"");
        assertThat(page.split("method=\"post\"", -1)).hasSize(5);
        assertThat(page).doesNotContain("data-saved").doesNotContain("say=");
    }

    @Test
    void each_answer_has_its_own_sentence_in_each_language() {
        for (Language language : Language.values()) {
            var pages = new ArrayList<String>();
            pages.add(page(language, Status.OPEN, "", false));
            pages.add(page(language, Status.OPEN, "", true));
            pages.add(page(language, Status.CONFIRMED, "confirm", false));
            pages.add(page(language, Status.MOVED, "move", false));
            pages.add(page(language, Status.MOVED, "channel", false));
            pages.add(page(language, Status.DECLINED, "decline", false));
            pages.add(page(language, Status.OVER, "", false));
            assertThat(pages).doesNotHaveDuplicates();
        }
    }

    @Test
    void an_address_cannot_claim_what_was_not_said() {
        assertThat(page(Language.EN, Status.DECLINED, "confirm", false))
                .isEqualTo(page(Language.EN, Status.DECLINED, "", false)).contains("not this time");
        assertThat(page(Language.EN, Status.CONFIRMED, "decline", false))
                .isEqualTo(page(Language.EN, Status.CONFIRMED, "<script>", false));
        assertThat(page(Language.EN, Status.OPEN, "decline", false))
                .isEqualTo(page(Language.EN, Status.OPEN, "", false));
    }

    @Test
    void what_is_over_offers_nothing() {
        assertThat(page(Language.EN, Status.OVER, "", false)).doesNotContain("<form").doesNotContain("Calculus");
    }

    @Test
    void what_is_said_is_read_from_the_form() {
        assertThat(Said.parse("say=confirm")).isEqualTo(new Said.Confirm());
        assertThat(Said.parse("at=2026-11-24T11%3A00%3A00Z&say=move")).isEqualTo(
                new Said.Move(MONDAY.plusSeconds(86_400)));
        assertThat(Said.parse("channel=wechat&say=channel")).isEqualTo(new Said.Change("wechat"));
        assertThat(Said.parse("say=decline")).isEqualTo(new Said.Decline());
        for (String body : List.of("", "say=", "say=move", "say=move&at=soon", "say=channel", "say=drop", "%", "say=%E",
                "a&".repeat(500))) {
            assertThat(Said.parse(body)).as(body).isEqualTo(new Said.Nothing());
        }
    }

    @Test
    void whoever_calls_is_named_where_the_school_has_a_name() {
        assertThat(page(Language.EN, Status.OPEN, "", false))
                .contains("The people who look after learners in your course will call you.");
        assertThat(named(Language.EN, "Morning & Light"))
                .contains("The people who look after learners at Morning &amp; Light will call you.");
        assertThat(page(Language.ZH_HANS, Status.OPEN, "", false)).contains("来电的是负责照顾您所学课程学员的工作人员。");
        assertThat(named(Language.ZH_HANS, "晨光学校")).contains("来电的是晨光学校负责照顾您所学课程学员的工作人员。");
        assertThat(named(Language.ZH_HANT, "晨光學校")).contains("來電的是晨光學校負責照顧您所學課程學員的工作人員。");
    }

    private static String page(Language language, Status status, String done, boolean notOffered) {
        return page(language, status, "").page(done, notOffered);
    }

    private static String named(Language language, String school) {
        return page(language, Status.OPEN, school).page("", false);
    }

    private static ContactPage page(Language language, Status status, String school) {
        var notice = new org.huifang.api.revisit.Notice(TenantId.DEFAULT, "t", UUID.randomUUID(),
                List.of(new About(UUID.randomUUID(), "first", "", CALCULUS, Kind.CALL),
                        new About(UUID.randomUUID(), "promise-1", "send <the> file", CHINESE, Kind.CALL)),
                "phone", MONDAY, 12, status, List.of(MONDAY.plusSeconds(86_400)), List.of("wechat"));
        return new ContactPage(new Layout(language, "/n", "token", ""),
                new Contact.Here(notice, ZoneId.of("Asia/Shanghai"), Map.of(CALCULUS, "Calculus"), school));
    }
}
