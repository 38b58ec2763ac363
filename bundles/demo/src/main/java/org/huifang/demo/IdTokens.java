// SPDX-License-Identifier: Apache-2.0
package org.huifang.demo;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the course platform says about who opens the tool. */
@Component(service = IdTokens.class)
public final class IdTokens {
    private static final Duration LIFE = Duration.ofSeconds(60);
    private static final String CLAIM = "https://purl.imsglobal.org/spec/lti/claim/";
    private static final String MEMBERSHIP = "http://purl.imsglobal.org/vocab/lis/v2/membership#";
    private final Campus campus;
    private final Classroom classroom;
    private final Place place;
    private final InstantSource clock;

    @Activate
    public IdTokens(@Reference Campus campus, @Reference Classroom classroom, @Reference Place place,
            @Reference InstantSource clock) {
        this.campus = campus;
        this.classroom = classroom;
        this.place = place;
        this.clock = clock;
    }

    String sign(JWTClaimsSet claims) {
        return campus.sign(claims);
    }

    /** Empty when nobody of that id is in the course. */
    Optional<JWTClaimsSet> claims(String user, String hint, String nonce) {
        if (user.equals(Lessons.TEACHER)) {
            return Optional.of(claims(user, Lessons.TEACHER_NAME, "teacher@campus.example", "Instructor", hint, nonce));
        }
        return classroom.person(user).map(p -> claims(p.id(), p.name(), p.email(), "Learner", hint, nonce));
    }

    private JWTClaimsSet claims(String user, String name, String email, String role, String hint, String nonce) {
        Instant now = clock.instant();
        boolean questionnaire = hint.startsWith("questionnaire");
        String locale = Words.locale(hint.endsWith("|zh") ? "zh" : "en");
        return new JWTClaimsSet.Builder().issuer(campus.issuer()).audience(Campus.CLIENT).subject(user)
                .issueTime(Date.from(now)).expirationTime(Date.from(now.plus(LIFE))).claim("nonce", nonce)
                .claim("name", name).claim("email", email).claim("locale", locale)
                .claim(CLAIM + "message_type", "LtiResourceLinkRequest").claim(CLAIM + "version", "1.3.0")
                .claim(CLAIM + "deployment_id", Campus.DEPLOYMENT)
                .claim(CLAIM + "target_link_uri", place.tool() + "/").claim(CLAIM + "roles", List.of(MEMBERSHIP + role))
                .claim(CLAIM + "resource_link",
                        Map.of("id", questionnaire ? "rl-2" : "rl-1", "title", questionnaire ? "问卷" : "回访"))
                .claim(CLAIM + "context",
                        Map.of("id", Lessons.COURSE, "label", "STAT101", "title", Lessons.COURSE_TITLE, "type",
                                List.of("http://purl.imsglobal.org/vocab/lis/v2/course#CourseSection")))
                .claim(CLAIM + "launch_presentation", Map.of("document_target", "iframe", "locale", locale))
                .claim(CLAIM + "custom",
                        Map.of("course_start", classroom.start().toString(), "course_end",
                                classroom.start().plusWeeks(Lessons.WEEKS).toString(), "person_timezone",
                                "Asia/Shanghai"))
                .claim("https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice",
                        Map.of("context_memberships_url", campus.membersUrl(), "service_versions", List.of("2.0")))
                .build();
    }
}
