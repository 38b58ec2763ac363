// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.huifang.lti.Context;
import org.huifang.lti.Power;
import org.huifang.lti.Roles;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import uk.ac.ox.ctl.lti13.lti.Role;
import uk.ac.ox.ctl.lti13.nrps.NRPSResponse;

class NamesAndRolesTest extends RosterFixture {
    @Tag("NRPS-02")
    @Test
    void the_accept_header_is_exactly_the_one_media_type() {
        page("/nrps", container(member(1)));
        assertThat(read("/nrps")).isEqualTo(new RosterResult.Complete(1, 1, null));
        assertThat(accepted).containsExactly(TYPE);
    }

    @Tag("NRPS-04")
    @Tag("NRPS-05")
    @Test
    void every_page_is_read_in_order_and_a_member_who_moved_between_pages_comes_once() {
        page("/nrps?limit=2", container(member(1), member(2)), link("/nrps?limit=2&from=2", "next"));
        page("/nrps?limit=2&from=2", container(member(2), member(3)),
                link("/nrps?x", "prev") + ", " + link("/nrps?limit=2&from=4", "next"));
        page("/nrps?limit=2&from=4", container(), link("/nrps?since=9", "differences"));
        assertThat(read("/nrps", new RosterQuery(2, null, null), RosterRules.STANDARD))
                .isEqualTo(new RosterResult.Complete(3, 3, platform.uri("/nrps?since=9")));
        assertThat(ids()).containsExactly("1", "2", "3");
        assertThat(pages).extracting(RosterPage::number).containsExactly(1, 2, 3);
        assertThat(pages.getFirst().context()).isEqualTo(new Context("c-1", "ALG", "Algebra", List.of()));
        assertThat(tokensGiven).hasValue(1);
    }

    @Tag("NRPS-04")
    @Test
    void next_links_are_found_however_they_are_quoted() {
        String next = "<" + platform.origin() + "/nrps?limit=1&amp;from=1>; ";
        for (String shape : List.of(next + "rel=“next”", next + "rel=next", next + "rel='next'",
                next + "rel=&quot;next&quot;",
                next + "REL=\"NEXT\"", next + "title=\"x\"; rel=\"foo next\"", next + "rel=&ldquo;next&rdquo;",
                "<" + platform.origin() + "/nrps?prev>; rel=\"prev\"," + next + "rel=\"next\"",
                "</nrps?limit=1&from=1>; rel=\"next\"")) {
            pages.clear();
            page("/nrps", container(member(1)), new String(shape.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    java.nio.charset.StandardCharsets.ISO_8859_1));
            page("/nrps?limit=1&from=1", container(member(2)));
            assertThat(read("/nrps")).as(shape).isEqualTo(new RosterResult.Complete(2, 2, null));
        }
    }

    @Test
    void a_container_that_another_implementation_wrote_is_read() throws Exception {
        var wei = new uk.ac.ox.ctl.lti13.nrps.Member();
        wei.setUserId("7");
        wei.setStatus("Active");
        wei.setName("陈晓");
        wei.setEmail("wei@school.example");
        wei.setLisPersonSourcedid("S-7");
        wei.setRoles(List.of(Role.Context.LEARNER));
        var algebra = new uk.ac.ox.ctl.lti13.nrps.Context();
        algebra.setId("c-1");
        algebra.setTitle("Algebra");
        var container = new NRPSResponse();
        container.setId(platform.uri("/nrps").toString());
        container.setContext(algebra);
        container.setMembers(List.of(wei));
        page("/nrps", new ObjectMapper().writeValueAsString(container));
        assertThat(read("/nrps")).isEqualTo(new RosterResult.Complete(1, 1, null));
        assertThat(pages.getFirst().context().title()).isEqualTo("Algebra");
        assertThat(pages.getFirst().members()).singleElement().satisfies(member -> {
            assertThat(member.userId()).isEqualTo("7");
            assertThat(member.name()).isEqualTo("陈晓");
            assertThat(member.email()).isEqualTo("wei@school.example");
            assertThat(member.roles().power()).isEqualTo(Power.LEARNER);
        });
    }

    @Test
    void another_relation_is_not_taken_for_next() {
        for (String shape : List.of("prev", "nextish", "not-next", "self")) {
            page("/nrps", container(member(1)), link("/nrps?2", shape));
            assertThat(read("/nrps")).isEqualTo(new RosterResult.Complete(1, 1, null));
        }
    }

    @Tag("NRPS-06")
    @Test
    void limit_role_and_link_go_behind_the_query_there_is_and_stay_on_later_pages() {
        String role = "role=http%3A%2F%2Fpurl.imsglobal.org%2Fvocab%2Flis%2Fv2%2Fmembership%23Learner";
        page("/nrps?course=7&limit=5&" + role + "&rlid=a+b", container(member(1)),
                link("/nrps?course=7&limit=5&from=5", "next"));
        page("/nrps?course=7&limit=5&from=5&" + role + "&rlid=a+b", container(member(2)));
        RosterQuery query = new RosterQuery(5, "http://purl.imsglobal.org/vocab/lis/v2/membership#Learner", "a b");
        assertThat(read("/nrps?course=7", query, RosterRules.STANDARD))
                .isEqualTo(new RosterResult.Complete(2, 2, null));
    }

    @Test
    void the_groups_of_each_member_are_told_where_they_were_asked_for_on_every_page() {
        page("/nrps?limit=2&groups=true", container(
                "{\"user_id\":\"1\",\"group_enrollments\":[{\"group_id\":\"g1\"},{\"group_id\":7},{\"group_id\":\"g1\"}]}",
                "{\"user_id\":\"2\",\"group_enrollments\":\"g1\"}"), link("/nrps?limit=2&from=2", "next"));
        page("/nrps?limit=2&from=2&groups=true",
                container("{\"user_id\":\"3\",\"group_enrollments\":[{\"id\":\"g1\"},{\"group_id\":\"g2\"}]}"));
        assertThat(read("/nrps", new RosterQuery(2, null, null).withGroups(), RosterRules.STANDARD))
                .isEqualTo(new RosterResult.Complete(3, 2, null));
        assertThat(pages.stream().flatMap(p -> p.members().stream()).map(Member::groups))
                .containsExactly(Set.of("g1", "7"), Set.of(), Set.of("g2"));
    }

    @Tag("NRPS-09")
    @Tag("NRPS-10")
    @Tag("NRPS-11")
    @Test
    void members_are_read_as_platforms_send_them() {
        page("/nrps", container(
                "{\"user_id\":\"1\",\"status\":\"Active\",\"name\":\"李伟\",\"given_name\":\"伟\",\"family_name\":\"李\","
                        + "\"email\":\"w@school.example\",\"lis_person_sourcedid\":\"sis-1\",\"picture\":\"https://p\","
                        + "\"roles\":[\"http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor\"]}",
                "{\"user_id\":2,\"status\":\"Inactive\",\"roles\":[\"Instructor\"]}",
                "{\"user_id\":\"3\",\"status\":\"Deleted\",\"roles\":\"Learner\"}",
                "{\"user_id\":\"4\",\"status\":\"Gone\",\"roles\":[\"urn:x\",7]}", "{\"name\":\"nobody\"}", "5",
                "null"));
        assertThat(read("/nrps")).isEqualTo(new RosterResult.Complete(4, 1, null));
        List<Member> members = pages.getFirst().members();
        assertThat(members.getFirst()).isEqualTo(new Member("1", Member.Status.ACTIVE,
                Roles.of(List.of("http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor")), "李伟", "伟", "李",
                "w@school.example", "https://p", "sis-1", Set.of()));
        assertThat(members).extracting(Member::status).containsExactly(Member.Status.ACTIVE, Member.Status.INACTIVE,
                Member.Status.DELETED, Member.Status.INACTIVE);
        assertThat(members).extracting(m -> m.roles().power()).containsExactly(Power.INSTRUCTOR, Power.INSTRUCTOR,
                Power.LEARNER, Power.NONE);
        assertThat(members.get(1).name()).isNull();
        assertThat(members.toString()).doesNotContain("李", "school.example", "sis-1");
    }

    @Tag("NRPS-04")
    @Test
    void a_large_roster_goes_through_page_by_page() {
        int pageCount = 100;
        for (int p = 0; p < pageCount; p++) {
            int first = p * 1000;
            page("/nrps?page=" + p, container(IntStream.range(first, first + 1000).mapToObj(RosterFixture::member)
                    .collect(Collectors.joining(","))),
                    p + 1 < pageCount ? link("/nrps?page=" + (p + 1), "next") : link("/nrps?page=0", "first"));
        }
        AtomicInteger largest = new AtomicInteger();
        RosterResult result = new NamesAndRoles(egress, tokens, RosterRules.STANDARD, clock).read(registration,
                platform.uri("/nrps?page=0"), new RosterQuery(0, null, null),
                page -> largest.accumulateAndGet(page.members().size(), Math::max));
        assertThat(result).isEqualTo(new RosterResult.Complete(100_000, 100, null));
        assertThat(largest).hasValue(1000);
    }
}
