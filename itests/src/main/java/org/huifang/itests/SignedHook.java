// SPDX-License-Identifier: Apache-2.0
package org.huifang.itests;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A hook as its sender signs it, by the Standard Webhooks specification and with nothing of the product's own code.
 *
 * @param id the webhook-id
 * @param sent the webhook-timestamp
 */
public record SignedHook(String id, Instant sent, String body, String signature) {
    /** @param secret {@code whsec_...} */
    public static SignedHook of(String secret, String id, Instant sent, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.replaceFirst("^whsec_", "")), "HmacSHA256"));
            var signed = mac
                    .doFinal((id + "." + sent.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8));
            return new SignedHook(id, sent, body, "v1," + Base64.getEncoder().encodeToString(signed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A learner, numbered, completes a lesson of the course {@code c1}. */
    public static String lessonCompleted(int learner, int progress, Instant at) {
        return """
                {"type":"lesson.completed","timestamp":"%s","data":{"course":{"id":"c1","title":"Course one"},\
                "user":{"id":"u%d","name":"Learner %d"},"lesson":{"title":"Lesson %d","progress":%d}}}"""
                .formatted(at, learner, learner, progress, progress);
    }

    /** A learner, numbered, joins the course {@code c1}. */
    public static String enrolled(int learner, Instant at) {
        return """
                {"type":"enrolment.created","timestamp":"%s","data":{"course":{"id":"c1","title":"Course one"},\
                "user":{"id":"u%d","name":"Learner %d","email":"u%d@example.org"},"role":"learner"}}""".formatted(at,
                learner, learner, learner);
    }

    public HttpRequest to(URI hooks) {
        return HttpRequest.newBuilder(hooks).header("content-type", "application/json").header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(sent.getEpochSecond()))
                .header("webhook-signature", signature).POST(HttpRequest.BodyPublishers.ofString(body)).build();
    }
}
