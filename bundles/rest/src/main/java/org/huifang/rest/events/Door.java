// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.events;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huifang.api.archive.ArchiveUnavailable;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.events.UnmappedEvents;
import org.huifang.api.platform.HookSource;
import org.huifang.rest.Behind;
import org.huifang.rest.Remainder;
import org.huifang.rest.hooks.HintDoor;
import org.huifang.rest.hooks.Refused;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What both doors for learning events do alike: know who sends, read no more than is allowed, record. */
@Component(service = Door.class)
public final class Door {
    static final int MOST_BYTES = 1024 * 1024;
    static final int MOST_EVENTS = 500;
    private static final Pattern TOKEN = Pattern.compile("hft_([a-z0-9-]{1,40})\\..{20,100}");
    private static final Pattern JSON = Pattern.compile("application/json *(;.*)?", Pattern.CASE_INSENSITIVE);

    private final Behind behind;

    @Activate
    public Door(@Reference Behind behind) {
        this.behind = behind;
    }

    /** By a bearer token, or as the password of basic authentication, which senders of xAPI know. */
    HookSource known(HttpServletRequest request) throws Refused {
        String bearer = HintDoor.bearer(request);
        String token = bearer == null ? password(request.getHeader("Authorization")) : bearer;
        return Optional.ofNullable(token).map(TOKEN::matcher).filter(m -> m.matches())
                .flatMap(m -> behind.sources().find(m.group(1))).filter(one -> one.kind() == HookSource.Kind.EVENTS)
                .filter(one -> HintDoor.fits(one, token)).orElseThrow(HintDoor::unknown);
    }

    /** What Instructure signed. */
    Optional<String> canvas(String token) {
        return behind.signed().canvas(token);
    }

    Optional<HookSource> find(String name, HookSource.Kind kind) {
        return behind.sources().find(name).filter(one -> one.kind() == kind);
    }

    private static @Nullable String password(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            return null;
        }
        try {
            String pair = new String(Base64.getDecoder().decode(authorization.substring(6).strip()),
                    StandardCharsets.UTF_8);
            return pair.substring(pair.indexOf(':') + 1);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    static byte[] body(HttpServletRequest request) throws Refused, IOException {
        String type = request.getContentType();
        if (type == null || !JSON.matcher(type).matches() || request.getHeader("Content-Encoding") != null) {
            throw Refused.because("media-type", 415, "Not a kind of content that is read here",
                    "Send application/json without a content encoding.");
        }
        return bounded(request);
    }

    static byte[] bounded(HttpServletRequest request) throws Refused, IOException {
        byte[] body = request.getContentLengthLong() > MOST_BYTES
                ? new byte[MOST_BYTES + 1]
                : request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            Remainder.passOver(request.getInputStream(), request.getContentLengthLong(), MOST_BYTES);
            throw Refused.because("too-large", 413, "The body is too large", "Send at most 1 MB at once.");
        }
        return body;
    }

    /** Ids under which something else came before. */
    List<UUID> differing(HookSource source, Map<UUID, byte[]> hashes) {
        return behind.statements().differing(source.tenant(), source.name(), hashes).stream().sorted().toList();
    }

    /** At once, so that they share commits; again after a failure each has its effect once. */
    void record(HookSource source, List<Learnt> all) throws Refused {
        List<Delivery> deliveries = all.stream().filter(one -> one.fact() != null).map(
                one -> new Delivery(source.tenant(), "hook:" + source.name(), one.key(), List.of(one.fact()))).toList();
        LearnerArchive archive = behind.archive();
        UnmappedEvents unmapped = behind.unmapped();
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<? extends Future<?>> written = deliveries.stream()
                    .map(one -> writers.submit(() -> archive.record(one))).toList();
            for (Future<?> one : written) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw failed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ArchiveUnavailable("interrupted", e);
        }
        all.stream().filter(one -> one.fact() == null)
                .collect(Collectors.groupingBy(Learnt::kind, Collectors.counting()))
                .forEach((kind, times) -> unmapped.count(source.tenant(), source.name(), kind, times));
    }

    private static Refused failed(ExecutionException e) {
        return switch (e.getCause()) {
            case IllegalArgumentException value -> Refused.because("invalid-event", 422, "An event cannot be stored",
                    "A value in it is none that the archive can keep.");
            case RuntimeException other -> throw other;
            case null, default -> throw new IllegalStateException(e);
        };
    }

    /** For messages: what a list holds, by a word for each. */
    static <T> String words(List<T> all, Function<T, String> word) {
        return all.stream().limit(10).map(word).collect(Collectors.joining(", "));
    }
}
