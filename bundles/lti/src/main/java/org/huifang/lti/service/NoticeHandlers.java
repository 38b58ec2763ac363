// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.service;

import java.net.URI;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.huifang.lti.NotificationsClaim;
import org.huifang.lti.Registration;
import org.huifang.lti.egress.Egress;
import org.huifang.lti.json.Json;
import org.huifang.lti.service.ServiceFailure.Kind;

/**
 * Platform Notification Service 1.0: says which notices the tool wants, and where. What arrives there is for
 * {@link org.huifang.lti.NoticeVerifier}. Safe for many threads; blocks.
 */
public final class NoticeHandlers {
    /** The scope a token needs. */
    public static final String SCOPE = "https://purl.imsglobal.org/spec/lti/scope/noticehandlers";

    private static final String TYPE = "application/json";

    private final ServiceCalls calls;

    /**
     * A client.
     *
     * @param egress the way out
     * @param tokens the tool's tokens
     * @param clock the time
     */
    public NoticeHandlers(Egress egress, TokenClient tokens, InstantSource clock) {
        this.calls = new ServiceCalls(egress, tokens, clock);
    }

    /**
     * Reads what is set.
     *
     * @param registration the platform
     * @param claim from a verified launch
     * @return the handlers of this deployment
     */
    public ServiceResult<List<NoticeHandler>> list(Registration registration, NotificationsClaim claim) {
        return ServiceCalls.result(() -> {
            offered(claim);
            String text = calls.get(registration, SCOPE, claim.url(), TYPE).text();
            return Json.parse(text).filter(j -> j.has("notice_handlers"))
                    .map(j -> j.objects("notice_handlers").stream().flatMap(NoticeHandlers::handler).toList())
                    .orElseThrow(() -> new Broken(
                            ServiceFailure.of(Kind.UNEXPECTED_ANSWER, "the answer is no list of handlers")));
        });
    }

    /**
     * Sets one handler, or takes it away when it has no address. Idempotent.
     *
     * @param registration the platform
     * @param claim from a verified launch
     * @param handler what is wanted
     * @return the handler as it was sent
     */
    public ServiceResult<NoticeHandler> set(Registration registration, NotificationsClaim claim,
            NoticeHandler handler) {
        return ServiceCalls.result(() -> {
            offered(claim);
            Broken.unless(handler.handler() == null || claim.noticeTypes().contains(handler.noticeType()),
                    Kind.NOT_CONFIGURED, "the platform sends no such notice");
            URI address = handler.handler();
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("notice_type", handler.noticeType());
            body.put("handler", address == null ? "" : address.toString());
            if (address != null && handler.maxBatchSize() != null) {
                body.put("max_batch_size", handler.maxBatchSize());
            }
            calls.write(registration, SCOPE, "PUT", claim.url(), TYPE, Json.write(body));
            return handler;
        });
    }

    private static void offered(NotificationsClaim claim) throws Broken {
        Broken.unless(claim.scopes().isEmpty() || claim.scopes().contains(SCOPE), Kind.SCOPE_MISSING,
                "the launch does not offer " + SCOPE);
    }

    private static Stream<NoticeHandler> handler(Json json) {
        String type = json.text("notice_type");
        URI address = json.web("handler");
        Long batch = json.number("max_batch_size");
        return type == null || address == null
                ? Stream.of()
                : Stream.of(new NoticeHandler(type, address, batch == null ? null : batch.intValue()));
    }
}
