// SPDX-License-Identifier: Apache-2.0
package org.huifang.demo;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.HashMap;
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
    private final Activities activities;
    private final ServiceClaims services;
    private final InstantSource clock;

    @Activate
    public IdTokens(@Reference Campus campus, @Reference Classroom classroom, @Reference Activities activities,
            @Reference ServiceClaims services, @Reference InstantSource clock) {
        this.campus = campus;
        this.classroom = classroom;
        this.activities = activities;
        this.services = services;
        this.clock = clock;
    }

    /** Who opens the tool. */
    private record User(String id, String name, String email, String role) {}

    String sign(JWTClaimsSet claims) {
        return campus.sign(claims);
    }

    /** Empty when nobody of that id is in the course, or they may not do this. */
    Optional<JWTClaimsSet> claims(Client client, String user, String hint, String nonce) {
        Hint asked = Hint.parse(hint);
        return user(user).filter(u -> !asked.picks() || u.id.equals(Lessons.TEACHER))
                .map(u -> asked.picks() ? picking(client, u, asked, nonce) : launch(client, u, asked, nonce));
    }

    private Optional<User> user(String id) {
        return id.equals(Lessons.TEACHER)
                ? Optional.of(new User(id, Lessons.TEACHER_NAME, "teacher@campus.example", "Instructor"))
                : classroom.person(id).map(p -> new User(p.id(), p.name(), p.email(), "Learner"));
    }

    private JWTClaimsSet launch(Client client, User user, Hint hint, String nonce) {
        Optional<Activity> activity = activities.find(hint.link()).filter(a -> a.client().equals(client.id()));
        boolean questionnaire = hint.link().equals("questionnaire");
        String target = activity.map(Activity::url).filter(url -> !url.isEmpty())
                .orElse(client.target().toString());
        var claims = common(client, user, hint, nonce).claim(CLAIM + "message_type", "LtiResourceLinkRequest")
                .claim(CLAIM + "target_link_uri", target)
                .claim(CLAIM + "resource_link", activity.map(a -> Map.of("id", a.link(), "title", a.title()))
                        .orElseGet(() -> Map.of("id", questionnaire ? "rl-2" : "rl-1", "title",
                                questionnaire ? "问卷" : "回访")))
                .claim(CLAIM + "custom", custom(client, activity.map(Activity::custom).orElse(Map.of())));
        services.of(client, activity).forEach(claims::claim);
        return claims.build();
    }

    private JWTClaimsSet picking(Client client, User user, Hint hint, String nonce) {
        return services.picking(client, common(client, user, hint, nonce)
                .claim(CLAIM + "message_type", "LtiDeepLinkingRequest")
                .claim(CLAIM + "target_link_uri",
                        String.valueOf(client.deepLink() == null ? client.target() : client.deepLink()))
                .claim(CLAIM + "custom", custom(client, Map.of())));
    }

    private JWTClaimsSet.Builder common(Client client, User user, Hint hint, String nonce) {
        Instant now = clock.instant();
        String locale = Words.locale(hint.lang());
        return new JWTClaimsSet.Builder().issuer(campus.issuer()).audience(client.id()).subject(user.id)
                .issueTime(Date.from(now)).expirationTime(Date.from(now.plus(LIFE))).claim("nonce", nonce)
                .claim("name", user.name).claim("email", user.email).claim("locale", locale)
                .claim(CLAIM + "version", "1.3.0").claim(CLAIM + "deployment_id", client.deployment())
                .claim(CLAIM + "roles", List.of(services.role(user.role, MEMBERSHIP)))
                .claim(CLAIM + "context",
                        Map.of("id", Lessons.COURSE, "label", "STAT101", "title", Lessons.COURSE_TITLE, "type",
                                List.of(services.role("CourseSection",
                                        "http://purl.imsglobal.org/vocab/lis/v2/course#"))))
                .claim(CLAIM + "launch_presentation", Map.of("document_target", hint.shown(), "locale", locale));
    }

    /** The parameters of the first tool are these; others say which variables they want. */
    private Map<String, String> custom(Client client, Map<String, String> own) {
        Map<String, String> variables = Map.of("$CourseSection.timeFrame.begin", classroom.start().toString(),
                "$CourseSection.timeFrame.end", classroom.start().plusWeeks(Lessons.WEEKS).toString(),
                "$Person.address.timezone", "Asia/Shanghai");
        Map<String, String> custom = new HashMap<>(client.id().equals(Campus.CLIENT)
                ? Map.of("course_start", "$CourseSection.timeFrame.begin", "course_end", "$CourseSection.timeFrame.end",
                        "person_timezone", "$Person.address.timezone")
                : client.custom());
        custom.putAll(own);
        custom.replaceAll((name, value) -> variables.getOrDefault(value, value));
        return custom;
    }
}
