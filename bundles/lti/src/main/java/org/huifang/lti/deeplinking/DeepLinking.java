// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.deeplinking;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.huifang.lti.ToolKeys;
import org.jspecify.annotations.Nullable;

/**
 * Signs what was chosen. It never signs what the platform said it does not take. Safe for many threads.
 */
public final class DeepLinking {
    private static final String LTI = "https://purl.imsglobal.org/spec/lti/claim/";
    private static final String DL = "https://purl.imsglobal.org/spec/lti-dl/claim/";
    private static final Duration LIFE = Duration.ofMinutes(5);

    private final Supplier<ToolKeys> keys;
    private final InstantSource clock;

    /**
     * A signer.
     *
     * @param keys the tool's keys at this moment
     * @param clock the time
     */
    public DeepLinking(Supplier<ToolKeys> keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Answers with items.
     *
     * @param request what was kept of the launch
     * @param items what was chosen; may be empty, which places nothing
     * @param message what the platform shows to the teacher, plain text; null for nothing
     * @return a form to post, or why not
     */
    public DeepLinkingResult respond(DeepLinkingRequest request, List<ContentItem> items, @Nullable String message) {
        Optional<DeepLinkingResult.Refused> refused = new Acceptance(request.settings()).refuse(items);
        if (refused.isPresent()) {
            return refused.get();
        }
        Items writer = new Items(request.settings());
        return signed(request, items.stream().map(writer::json).toList(), message == null ? "" : "msg", message);
    }

    /**
     * Answers that nothing could be placed.
     *
     * @param request what was kept of the launch
     * @param message what the platform shows to the teacher as an error, plain text
     * @return a form to post
     */
    public DeepLinkingResult.Signed fail(DeepLinkingRequest request, String message) {
        return signed(request, List.of(), "errormsg", message);
    }

    private DeepLinkingResult.Signed signed(DeepLinkingRequest request, List<Map<String, Object>> items, String word,
            @Nullable String message) {
        Instant now = clock.instant();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", request.clientId());
        claims.put("aud", request.issuer());
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(LIFE).getEpochSecond());
        claims.put("nonce", UUID.randomUUID().toString());
        claims.put(LTI + "deployment_id", request.deploymentId());
        claims.put(LTI + "message_type", "LtiDeepLinkingResponse");
        claims.put(LTI + "version", "1.3.0");
        claims.put(DL + "content_items", items);
        String data = request.settings().data();
        if (data != null) {
            claims.put(DL + "data", data);
        }
        if (message != null) {
            claims.put(DL + word, message);
        }
        return new DeepLinkingResult.Signed(request.settings().returnUrl(), keys.get().signing().sign(claims));
    }
}
