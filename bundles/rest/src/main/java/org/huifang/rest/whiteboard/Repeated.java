// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.whiteboard;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.huifang.api.access.Repeats;
import org.huifang.api.access.Repeats.Answer;
import org.huifang.api.access.Repeats.Turn;
import org.huifang.api.access.Repeats.Write;
import org.huifang.rest.Asker;
import org.huifang.rest.Awaited;
import org.huifang.rest.Problem;
import org.huifang.rest.Refusal;
import org.huifang.rest.Remainder;
import org.jspecify.annotations.Nullable;

/**
 * Carries out each write once, however often it is sent: by the field Idempotency-Key of the IETF draft
 * draft-ietf-httpapi-idempotency-key-header. What failed, and what told a
 * secret, leaves its key free.
 */
@Priority(Priorities.ENTITY_CODER - 1_000)
final class Repeated implements ContainerRequestFilter, ContainerResponseFilter {
    static final String KEY = "Idempotency-Key";
    static final int LONGEST_JSON = 1 << 20;
    static final int LONGEST_LIST = 16 << 20;
    private static final String WRITE = "huifang.write";
    private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final Set<String> KEPT = Set.of("Location", "ETag", "Content-Type");

    private final Awaited<Repeats> repeats;

    Repeated(Awaited<Repeats> repeats) {
        this.repeats = repeats;
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        if (!WRITES.contains(request.getMethod())
                || !(request.getSecurityContext().getUserPrincipal() instanceof Asker asker)) {
            return;
        }
        byte[] body = body(request);
        String key = request.getHeaderString(KEY);
        if (key == null && !request.getMethod().equals("POST")) {
            return;
        }
        if (key == null || !key.matches("[\\x21-\\x7e]{1,255}")) {
            throw new Refusal(Problem.of("idempotency-key", 400, "An Idempotency-Key is needed",
                    "Send 1 to 255 printable characters that are new for each new write, as a UUID."));
        }
        Write write = new Write(asker.tenant(), asker.author(), key);
        switch (repeats().begin(write, digest(request, body))) {
            case Turn.First first -> request.setProperty(WRITE, write);
            case Turn.InFlight busy -> throw new Refusal(Problem.of("in-flight", 409, "The same is being done now",
                    "Send it again in a moment for its answer."), Map.of(HttpHeaders.RETRY_AFTER, "1"));
            case Turn.Other other -> throw new Refusal(Problem.of("idempotency-key-reused", 422,
                    "The key was used for something else", "Take a new Idempotency-Key for another request."));
            case Turn.Again again -> request.abortWith(again(again.answer()));
        }
    }

    private static byte[] body(ContainerRequestContext request) throws IOException {
        MediaType type = request.getMediaType();
        int most = type == null || MediaType.APPLICATION_JSON_TYPE.isCompatible(type) ? LONGEST_JSON : LONGEST_LIST;
        byte[] body = request.getEntityStream().readNBytes(most + 1);
        if (body.length > most) {
            Remainder.passOver(request.getEntityStream(), request.getLength(), most);
            throw new Refusal(Problem.of("too-long", 413, "The body is too long", "Send at most " + most + " bytes."));
        }
        request.setEntityStream(new ByteArrayInputStream(body));
        return body;
    }

    private static Response again(Answer answer) {
        Response.ResponseBuilder builder = Response.status(answer.status()).header("Idempotency-Replayed", "true");
        answer.headers().forEach(builder::header);
        return builder.entity(answer.body().length == 0 ? null : answer.body()).build();
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext answer) {
        if (!(request.getProperty(WRITE) instanceof Write write)) {
            return;
        }
        if (answer.getStatus() >= 300 || "no-store".equals(answer.getHeaderString(HttpHeaders.CACHE_CONTROL))) {
            repeats().abandon(write);
            return;
        }
        Map<String, String> headers = new LinkedHashMap<>();
        KEPT.forEach(name -> {
            String value = answer.getHeaderString(name);
            if (value != null) {
                headers.put(name, value);
            }
        });
        repeats().finish(write, new Answer(answer.getStatus(), headers, bytes(answer.getEntity())));
    }

    private static byte[] bytes(@Nullable Object entity) {
        return entity instanceof byte[] written ? written : new byte[0];
    }

    private Repeats repeats() {
        return repeats.there();
    }

    private static byte[] digest(ContainerRequestContext request, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((request.getMethod() + " " + request.getUriInfo().getPath() + "?"
                    + request.getUriInfo().getRequestUri().getRawQuery() + "\n")
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return digest.digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
