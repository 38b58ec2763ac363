// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Attack A13: the truth table from roles to powers. {@code m/} stands for membership, {@code i#} and {@code s#}. */
class RolesTest {
    private static final String LIS = "http://purl.imsglobal.org/vocab/lis/v2/";

    private static String uri(String shorthand) {
        if (shorthand.equals("TestUser")) {
            return "http://purl.imsglobal.org/vocab/lti/system/person#TestUser";
        }
        return shorthand.replaceFirst("^m([/#])", LIS + "membership$1").replaceFirst("^i#", LIS + "institution/person#")
                .replaceFirst("^s#", LIS + "system/person#");
    }

    @Tag("A13")
    @ParameterizedTest
    @CsvSource({"m#Instructor, INSTRUCTOR", "m#Learner, LEARNER", "m#Mentor, MENTOR", "m#Administrator, COURSE_ADMIN",
            "m#ContentDeveloper, NONE", "m#Manager, NONE", "m#Member, NONE", "m#Officer, NONE", "m#Nonsense, NONE",
            "Instructor, INSTRUCTOR", "Learner, LEARNER", "Mentor, MENTOR", "Administrator, COURSE_ADMIN",
            "instructor, NONE", "Teacher, NONE", "'', NONE", "' Instructor', NONE",
            "m/Instructor#TeachingAssistant, ASSISTANT", "m/Instructor#Grader, ASSISTANT",
            "m/Instructor#PrimaryInstructor, INSTRUCTOR", "m/Instructor#Nonsense, NONE",
            "m/Learner#Instructor, LEARNER", "m/Learner#GuestLearner, LEARNER", "m/Mentor#Advisor, MENTOR",
            "m/Administrator#Support, NONE", "m/Nonsense#Instructor, NONE",
            "i#Administrator, INSTITUTION_ADMIN", "i#Instructor, NONE", "i#Faculty, NONE", "i#Student, NONE",
            "s#Administrator, SYSTEM_ADMIN", "s#SysAdmin, SYSTEM_ADMIN", "s#User, NONE", "TestUser, NONE",
            "i#Administrator;m#Learner, LEARNER", "s#Administrator;i#Administrator, INSTITUTION_ADMIN",
            "m#Instructor;i#Administrator;s#Administrator, INSTRUCTOR", "m#Instructor;m#Learner, INSTRUCTOR",
            "m#Instructor;m/Instructor#TeachingAssistant, ASSISTANT",
            "m#Instructor;m/Instructor#TeachingAssistant;m/Instructor#Lecturer, INSTRUCTOR",
            "m#Learner;m#Mentor, LEARNER", "m#Learner;TestUser, LEARNER", "m#Instructor;TestUser, NONE",
            "m#Nonsense;m#Learner, LEARNER", "i#Instructor;m#Learner, LEARNER"})
    void roles_give_no_more_power_than_the_table_says(String roles, Power power) {
        assertThat(Roles.of(Arrays.stream(roles.split(";")).map(RolesTest::uri).toList()).power()).isEqualTo(power);
    }

    @Tag("A13")
    @Test
    void an_administrator_without_a_role_in_the_course_is_no_staff_there() {
        assertThat(Power.INSTITUTION_ADMIN.staff()).isFalse();
        assertThat(Power.SYSTEM_ADMIN.staff()).isFalse();
        assertThat(Arrays.stream(Power.values()).filter(Power::staff)).containsExactly(Power.INSTRUCTOR,
                Power.COURSE_ADMIN, Power.ASSISTANT);
    }

    @Tag("A13")
    @Test
    void the_roles_of_a_look_alike_vocabulary_are_unknown() {
        for (String forged : List.of("http://evil.example/vocab/lis/v2/membership#Instructor",
                LIS + "membership#Instructor#x", LIS + "membership#Instructor\n", " " + LIS + "membership#Instructor",
                "urn:x#Instructor")) {
            assertThat(Role.of(forged).scope()).isEqualTo(Role.Scope.UNKNOWN);
        }
    }

    @Tag("A13")
    @Test
    void unknown_roles_are_kept_and_a_test_user_is_told_apart() {
        Roles roles = Roles.of(List.of("urn:x", uri("TestUser"), uri("m#Learner")));
        assertThat(roles.all()).extracting(Role::uri).containsExactly("urn:x", uri("TestUser"), uri("m#Learner"));
        assertThat(roles.testUser()).isTrue();
        assertThat(roles.powers()).containsExactly(Power.LEARNER);
    }
}
