// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The valid launches of the certification guide, each as instructor and as student. */
class CertificationValidTest extends LaunchFixture {
    private enum Person {
        AN_INSTRUCTOR(INSTRUCTOR, "Instructor", Power.INSTRUCTOR), A_STUDENT(LEARNER, "Learner", Power.LEARNER);

        final String role;
        final String bareWord;
        final Power power;

        Person(String role, String bareWord, Power power) {
            this.role = role;
            this.bareWord = bareWord;
            this.power = power;
        }
    }

    private LtiLaunch launched(Person person, Consumer<Map<String, Object>> bend) {
        LoginResult.Redirect begun = begin();
        Map<String, Object> claims = claims(begun, person.role);
        bend.accept(claims);
        return verified(post(begun, claims));
    }

    @Tag("CV-01")
    @ParameterizedTest
    @EnumSource
    void a_launch_opens(Person person) {
        LtiLaunch launch = launched(person, c -> {});
        assertThat(launch.power()).isEqualTo(person.power);
        assertThat(launch.user()).isEqualTo(
                new LtiUser("42", "Li Wei", "Wei", "Li", "li.wei@school.example", null, null));
        assertThat(launch.context()).isEqualTo(new Context("c-1", "ALG", "Algebra", List.of("CourseSection")));
        assertThat(launch.resourceLink()).isEqualTo(new ResourceLink("rl-1", "Huifang", null));
        assertThat(launch.registrationId()).isEqualTo("r1");
        assertThat(launch.deploymentId()).isEqualTo("1");
        assertThat(launch.targetLinkUri()).hasToString("https://tool.example/course");
    }

    @Tag("CV-02")
    @ParameterizedTest
    @EnumSource
    void multiple_roles(Person person) {
        LtiLaunch launch = launched(person, c -> c.put(Claims.ROLES,
                List.of("http://purl.imsglobal.org/vocab/lis/v2/institution/person#Instructor", person.role)));
        assertThat(launch.power()).isEqualTo(person.power);
        assertThat(launch.roles().all()).hasSize(2);
    }

    @Tag("CV-03")
    @ParameterizedTest
    @EnumSource
    void short_role(Person person) {
        assertThat(launched(person, c -> c.put(Claims.ROLES, List.of(person.bareWord))).power())
                .isEqualTo(person.power);
    }

    @Tag("CV-04")
    @ParameterizedTest
    @EnumSource
    void unknown_role_opens_with_least_privilege(Person person) {
        String unknown = "http://purl.imsglobal.org/vocab/lis/v2/uknownrole/unknown#Helper";
        LtiLaunch launch = launched(person, c -> c.put(Claims.ROLES, List.of(unknown)));
        assertThat(launch.power()).isEqualTo(Power.NONE);
        assertThat(launch.roles().all()).extracting(Role::uri).containsExactly(unknown);
    }

    @Tag("CV-05")
    @ParameterizedTest
    @EnumSource
    void no_role_opens_with_least_privilege(Person person) {
        assertThat(launched(person, c -> c.put(Claims.ROLES, List.of())).power()).isEqualTo(Power.NONE);
    }

    @Tag("CV-06")
    @ParameterizedTest
    @EnumSource
    void email_only(Person person) {
        LtiLaunch launch = launched(person, c -> c.keySet().removeAll(List.of("name", "given_name", "family_name")));
        assertThat(launch.user().email()).isEqualTo("li.wei@school.example");
        assertThat(launch.user().name()).isNull();
    }

    @Tag("CV-07")
    @ParameterizedTest
    @EnumSource
    void names_only(Person person) {
        LtiLaunch launch = launched(person, c -> c.remove("email"));
        assertThat(launch.user().name()).isEqualTo("Li Wei");
        assertThat(launch.user().email()).isNull();
    }

    @Tag("CV-08")
    @ParameterizedTest
    @EnumSource
    void no_personal_data(Person person) {
        LtiLaunch launch = launched(person,
                c -> c.keySet().removeAll(List.of("name", "given_name", "family_name", "email")));
        assertThat(launch.user()).isEqualTo(new LtiUser("42", null, null, null, null, null, null));
    }

    @Tag("CV-09")
    @ParameterizedTest
    @EnumSource
    void email_without_context(Person person) {
        LtiLaunch launch = launched(person, c -> c.keySet()
                .removeAll(List.of("name", "given_name", "family_name", Claims.LTI + "context")));
        assertThat(launch.context()).isNull();
        assertThat(launch.user().email()).isNotNull();
        assertThat(launch.power()).isEqualTo(person.power);
    }

    @Tag("CV-10")
    @ParameterizedTest
    @EnumSource
    void a_resource_link_id_never_seen_before(Person person) {
        LtiLaunch launch = launched(person, c -> c.put(Claims.RESOURCE_LINK, Map.of("id", "brand-new")));
        assertThat(launch.resourceLink()).isEqualTo(new ResourceLink("brand-new", null, null));
    }

    @Tag("CV-11")
    @Test
    void an_anonymous_launch_opens_only_where_the_registration_allows_it() {
        Registration r = registered.getFirst();
        registered.set(0, new Registration(r.id(), r.issuer(), r.clientId(), r.deploymentIds(),
                r.authorizationEndpoint(), r.tokenEndpoint(), null, r.jwksUri(), true, true));
        LtiLaunch launch = launched(Person.A_STUDENT, c -> c.remove("sub"));
        assertThat(launch.user().subject()).isNull();
    }

    @Tag("NRPS-01")
    @Tag("AGS-01")
    @Tag("A11")
    @Tag("A16")
    @Test
    void services_custom_values_and_presentation_are_read_and_hostile_addresses_are_not() {
        LtiLaunch launch = launched(Person.AN_INSTRUCTOR, c -> {
            c.put("https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice",
                    Map.of("context_memberships_url", "https://lms.example/nrps?x=1", "service_versions",
                            List.of("2.0")));
            c.put("https://purl.imsglobal.org/spec/lti-ags/claim/endpoint",
                    Map.of("scope", List.of("s1"), "lineitems", "https://lms.example/items", "lineitem",
                            "file:///etc"));
            c.put(Claims.LTI + "custom", Map.of("begin", "", "tz", "Asia/Shanghai", "n", 5));
            c.put(Claims.LTI + "launch_presentation",
                    Map.of("document_target", "iframe", "return_url", "javascript:alert(1)", "locale", "zh-CN"));
            c.put("name", "Li\0 Wei");
        });
        assertThat(launch.namesAndRoles().contextMembershipsUrl()).hasToString("https://lms.example/nrps?x=1");
        assertThat(launch.assignmentAndGrades().lineItems()).hasToString("https://lms.example/items");
        assertThat(launch.assignmentAndGrades().lineItem()).isNull();
        assertThat(launch.custom()).isEqualTo(Map.of("tz", "Asia/Shanghai", "n", "5"));
        assertThat(launch.presentation()).isEqualTo(new LaunchPresentation("iframe", null, "zh-CN"));
        assertThat(launch.locale()).isEqualTo("zh-CN");
        assertThat(launch.user().name()).isEqualTo("Li Wei");
        assertThat(launch.toString()).doesNotContain("Wei", "42", "school.example");
    }
}
