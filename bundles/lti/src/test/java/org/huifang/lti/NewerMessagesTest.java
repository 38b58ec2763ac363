// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Submission review, asset processors, and the claims of the newer services. */
class NewerMessagesTest extends LaunchFixture {
    private final LaunchVerifier all = serving(MessageType.values());

    private LaunchResult launch(String type, String role, Consumer<Map<String, Object>> bend) {
        LoginResult.Redirect begun = begin();
        Map<String, Object> claims = claims(begun, role);
        claims.put(Claims.MESSAGE_TYPE, type);
        bend.accept(claims);
        return all.verify(Map.of("state", begun.state(), "id_token", CounterSide.mint(claims)), begun.browserSecret());
    }

    private LaunchResult review(String role, String whose) {
        return launch("LtiSubmissionReviewRequest", role, c -> {
            c.remove(Claims.RESOURCE_LINK);
            c.put(Claims.FOR_USER, Map.of("user_id", whose, "name", "Somebody", "roles", List.of(LEARNER)));
            c.put("https://purl.imsglobal.org/spec/lti-ags/claim/endpoint",
                    Map.of("scope", List.of(), "lineitem", "https://lms.example/items/1"));
        });
    }

    @Tag("SR-01")
    @Tag("SR-02")
    @Test
    void a_teacher_reviews_the_work_of_somebody_else() {
        LtiLaunch launch = verified(review(INSTRUCTOR, "77"));
        assertThat(launch.user().subject()).isEqualTo("42");
        assertThat(launch.forUser()).isEqualTo(new ForUser("77", List.of(LEARNER), "Somebody", null));
        assertThat(launch.forUser().toString()).doesNotContain("77", "Somebody");
        assertThat(launch.assignmentAndGrades().lineItem()).hasToString("https://lms.example/items/1");
    }

    @Tag("SR-03")
    @Tag("A14")
    @Test
    void a_learner_reviews_their_own_work_only() {
        verified(review(LEARNER, "42"));
        refused(review(LEARNER, "77"), "for_user");
        refused(review("urn:x", "77"), "for_user");
        refused(review("http://purl.imsglobal.org/vocab/lis/v2/institution/person#Administrator", "77"), "for_user");
    }

    @Tag("SR-04")
    @Test
    void a_review_of_nobody_or_without_a_line_item_is_refused() {
        refused(launch("LtiSubmissionReviewRequest", INSTRUCTOR, c -> c.put(
                "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint", Map.of("lineitem", "https://lms.example/1"))),
                "for_user");
        refused(launch("LtiSubmissionReviewRequest", INSTRUCTOR, c -> c.put(Claims.FOR_USER, Map.of("user_id", "7"))),
                "claim_missing");
    }

    @Tag("AP-01")
    @Tag("AP-02")
    @Test
    void the_messages_of_asset_processors_are_served_with_their_claims() {
        refused(launch("LtiAssetProcessorSettingsRequest", LEARNER, c -> {}), "role_forbidden");
        LtiLaunch settings = verified(launch("LtiAssetProcessorSettingsRequest", INSTRUCTOR,
                c -> c.put(Claims.LTI + "activity", Map.of("id", "act-1", "title", "Essay"))));
        assertThat(settings.assets().activityId()).isEqualTo("act-1");
        LtiLaunch report = verified(launch("LtiReportReviewRequest", LEARNER, c -> {
            c.put(Claims.FOR_USER, Map.of("user_id", "42"));
            c.put(Claims.LTI + "asset", Map.of("id", "a-1"));
            c.put(Claims.LTI + "submission", Map.of("id", "s-1"));
            c.put(Claims.LTI + "assetreport_type", "originality");
        }));
        assertThat(report.assets()).satisfies(a -> {
            assertThat(a.assetId()).isEqualTo("a-1");
            assertThat(a.submissionId()).isEqualTo("s-1");
            assertThat(a.reportType()).isEqualTo("originality");
        });
        refused(launch("LtiReportReviewRequest", LEARNER, c -> c.put(Claims.FOR_USER, Map.of("user_id", "77"))),
                "for_user");
        LtiLaunch eula = verified(launch("LtiEulaRequest", LEARNER,
                c -> c.put(Claims.LTI + "eulaservice", Map.of("url", "https://lms.example/eula", "scope",
                        List.of(AssetClaims.EULA_USER_SCOPE, AssetClaims.EULA_DEPLOYMENT_SCOPE)))));
        assertThat(eula.assets().eulaUrl()).hasToString("https://lms.example/eula");
        assertThat(eula.assets().scopes()).hasSize(2);
    }

    @Tag("GS-01")
    @Tag("PNS-01")
    @Test
    void the_doors_of_groups_and_notices_are_read_and_absent_where_they_are_not_offered() {
        LtiLaunch launch = verified(launch("LtiResourceLinkRequest", INSTRUCTOR, c -> {
            c.put("https://purl.imsglobal.org/spec/lti-gs/claim/groupsservice", Map.of("scope", List.of("s"),
                    "context_groups_url", "https://lms.example/g", "context_group_sets_url", "javascript:x",
                    "service_versions", List.of("1.0")));
            c.put("https://purl.imsglobal.org/spec/lti/claim/platformnotificationservice",
                    Map.of("scope", List.of("s"), "platform_notification_service_url", "https://lms.example/p",
                            "service_versions", List.of("1.0"), "notice_types_supported", List.of(Notice.HELLO)));
        }));
        assertThat(launch.courseGroups().contextGroupsUrl()).hasToString("https://lms.example/g");
        assertThat(launch.courseGroups().contextGroupSetsUrl()).isNull();
        assertThat(launch.notifications().noticeTypes()).containsExactly(Notice.HELLO);
        LtiLaunch bare = verified(launch("LtiResourceLinkRequest", LEARNER, c -> {}));
        assertThat(bare.courseGroups()).isNull();
        assertThat(bare.notifications()).isNull();
        assertThat(bare.assets()).isNull();
        assertThat(bare.forUser()).isNull();
        assertThat(bare.deepLinking()).isNull();
    }

    @Tag("A5")
    @Test
    void members_of_wrong_types_in_the_newer_claims_never_break_the_verifier() {
        List<String> names = List.of("https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings",
                Claims.FOR_USER, "https://purl.imsglobal.org/spec/lti-gs/claim/groupsservice",
                "https://purl.imsglobal.org/spec/lti/claim/platformnotificationservice",
                "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint", Claims.LTI + "assetservice",
                Claims.LTI + "eulaservice");
        List<String> members = List.of("deep_link_return_url", "accept_types", "data", "user_id", "roles", "scope",
                "context_groups_url", "platform_notification_service_url", "lineitem", "lineitems", "assets", "url");
        for (MessageType type : MessageType.values()) {
            for (Object wrong : List.of(5, -1.5e300, true, "text", "\0", List.of(1, List.of(), Map.of()),
                    Map.of("asset_id", 5))) {
                launch(type.claim(), INSTRUCTOR, c -> names.forEach(name -> {
                    Map<String, Object> claim = new HashMap<>();
                    members.forEach(member -> claim.put(member, wrong));
                    c.put(name, claim);
                }));
                LaunchResult result = launch(type.claim(), INSTRUCTOR, c -> names.forEach(n -> c.put(n, wrong)));
                if (result instanceof LaunchResult.Verified v) {
                    assertThat(v.launch().deepLinking()).isNull();
                    assertThat(v.launch().assets()).isNull();
                }
            }
        }
    }
}
