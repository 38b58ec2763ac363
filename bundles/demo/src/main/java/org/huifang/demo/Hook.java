// SPDX-License-Identifier: Apache-2.0
package org.huifang.demo;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The hooks that the course platform sends, by Standard Webhooks. */
final class Hook {
    private Hook() {
    }

    static String courseDescribed(LocalDate start, Instant at) {
        return body("course.described", at, Map.of("course", course(start)));
    }

    static String enrolled(Person person, LocalDate start, Instant at) {
        return body("enrolment.created", at,
                Map.of("course", course(start), "user",
                        Map.of("id", person.id(), "name", person.name(), "email", person.email(), "timeZone",
                                "Asia/Shanghai"),
                        "role", "learner"));
    }

    static String left(Person person, Instant at) {
        return body("enrolment.deleted", at, about(person));
    }

    static String lessonCompleted(Person person, Instant at) {
        return body("lesson.completed", at, about(person, "lesson", Map.of("title",
                Lessons.TITLES.get(person.lessons() - 1), "progress", Lessons.progress(person.lessons()))));
    }

    static String finished(Person person, Instant at) {
        return body("course.finished", at, about(person));
    }

    static String examSet(LocalDate day, Instant at) {
        return body("exam.set", at, Map.of("course", Map.of("id", Lessons.COURSE, "exam", day.toString())));
    }

    static String accessGranted(Person person, @Nullable Instant until, @Nullable Integer lessonsLeft, Instant at) {
        Map<String, Object> access = new LinkedHashMap<>();
        if (until != null) {
            access.put("until", until.toString());
        }
        if (lessonsLeft != null) {
            access.put("lessonsLeft", lessonsLeft);
        }
        return body("access.granted", at, about(person, "access", access));
    }

    static String testTaken(Person person, int score, Instant at) {
        return body("test.taken", at, about(person, "test",
                Map.of("title", Lessons.TEST, "score", score, "passed", score >= Lessons.PASS)));
    }

    static String complained(Person person, String text, Instant at) {
        return body("complaint.raised", at, about(person, "complaint", Map.of("text", text)));
    }

    static String refundAsked(Person person, String reason, Instant at) {
        return body("refund.asked", at, about(person, "refund", Map.of("reason", reason)));
    }

    static String refunded(Person person, Instant at) {
        return body("refund.done", at, about(person));
    }

    static String signature(String secret, String id, long timestamp, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
            byte[] signed = mac.doFinal((id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", e);
        }
    }

    private static Map<String, Object> course(LocalDate start) {
        return Map.of("id", Lessons.COURSE, "title", Lessons.COURSE_TITLE, "start", start.toString(), "end",
                start.plusWeeks(Lessons.WEEKS).toString());
    }

    private static Map<String, Object> about(Person person) {
        return Map.of("course", Map.of("id", Lessons.COURSE), "user", Map.of("id", person.id()));
    }

    private static Map<String, Object> about(Person person, String what, Map<String, Object> said) {
        Map<String, Object> data = new LinkedHashMap<>(about(person));
        data.put(what, said);
        return data;
    }

    private static String body(String type, Instant at, Map<String, Object> data) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", type);
        body.put("timestamp", at.toString());
        body.put("data", data);
        return JSONObjectUtils.toJSONString(body);
    }
}
