// SPDX-License-Identifier: Apache-2.0
package org.huifang.oneroster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huifang.api.intake.RosterSource.Trouble;
import org.huifang.lti.egress.Egress;
import org.huifang.lti.egress.EgressException;
import org.huifang.lti.egress.EgressPolicy;
import org.huifang.lti.egress.EgressRequest;
import org.huifang.lti.egress.EgressResponse;
import org.jspecify.annotations.Nullable;

/**
 * A rostering provider of OneRoster 1.2 with OAuth 2 client credentials (1EdTech Security Framework 1.1, section 4.1).
 * After a failure it is not asked for a while, which grows, or as long as it wishes.
 */
final class Provider {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST = 16 * 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
    private static final Duration LONGEST_WISH = Duration.ofHours(6);
    private static final Duration EARLY = Duration.ofSeconds(30);

    private record Token(String value, Instant until) {}

    private final Site site;
    private final Egress egress;
    private final InstantSource clock;
    private @Nullable Token token;
    private Duration pause = Duration.ZERO;
    private Instant rested = Instant.MIN;

    /** Whoever configured the addresses vouches for them. */
    Provider(Site site, InstantSource clock) {
        this.site = site;
        this.clock = clock;
        this.egress = new Egress(EgressPolicy.allowing(site.url().toString(), site.tokenUrl().toString()));
    }

    /** Whether it may be asked again. */
    synchronized boolean rested() {
        return !clock.instant().isBefore(rested);
    }

    /** Somebody says that it was mended. */
    synchronized void wake() {
        rested = Instant.MIN;
        pause = Duration.ZERO;
        token = null;
    }

    /** @param since only what has changed after it; null for all */
    synchronized Answer page(String collection, long offset, @Nullable Instant since) {
        String query = "?limit=" + site.limit() + "&offset=" + offset + "&sort=sourcedId&orderBy=asc"
                + (since == null ? "" : "&filter=" + encoded("dateLastModified>'" + since + "'"));
        URI uri = URI.create(site.url() + "/" + collection + query);
        try {
            EgressResponse response = asked(uri);
            if (response != null && response.status() == 401) {
                token = null;
                response = asked(uri);
            }
            return response == null
                    ? refused(Trouble.CREDENTIALS, "", null)
                    : read(response, collection, offset);
        } catch (EgressException e) {
            return refused(Trouble.AWAY, e.refused() ? String.valueOf(e.getMessage()) : "", null);
        } catch (Unfit e) {
            return refused(e.trouble, e.detail, e.wish);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private @Nullable EgressResponse asked(URI uri) throws EgressException, Unfit {
        Token held = token;
        if (held == null || !clock.instant().isBefore(held.until)) {
            held = token();
            token = held;
        }
        return egress.send(EgressRequest.get(uri, "application/json").bearer(held.value).within(LARGEST, PATIENCE));
    }

    private Token token() throws EgressException, Unfit {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        form.put("scope", site.scope());
        EgressRequest plain = EgressRequest.form(site.tokenUrl(), form);
        Map<String, String> headers = new LinkedHashMap<>(plain.headers());
        headers.put("Authorization", "Basic " + Base64.getEncoder().encodeToString(
                (encoded(site.clientId()) + ":" + encoded(site.secret())).getBytes(StandardCharsets.UTF_8)));
        EgressResponse response = egress.send(new EgressRequest("POST", plain.uri(), headers, plain.body(),
                plain.maxBody(), plain.timeout()));
        JsonNode answer = json(response);
        if (response.status() != 200) {
            boolean scope = answer != null && answer.path("error").asText().equals("invalid_scope");
            throw unfit(response, scope ? Trouble.SCOPE : Trouble.CREDENTIALS, "token");
        }
        if (answer == null || !answer.path("access_token").isTextual()) {
            throw new Unfit(Trouble.UNREADABLE, "token", null);
        }
        Duration lasts = Duration.ofSeconds(answer.path("expires_in").asLong(3_600)).minus(EARLY);
        return new Token(answer.path("access_token").asText(), clock.instant().plus(lasts));
    }

    private Answer read(EgressResponse response, String collection, long offset) throws Unfit {
        switch (response.status()) {
            case 200 -> {
            }
            case 401 -> throw unfit(response, Trouble.CREDENTIALS, collection);
            case 403 -> throw unfit(response, Trouble.SCOPE, collection);
            case 404 -> throw unfit(response, Trouble.NOT_THERE, site.url() + "/" + collection);
            default -> throw unfit(response, Trouble.UNREADABLE, collection + ": " + response.status());
        }
        JsonNode answer = json(response);
        JsonNode list = answer == null ? null : answer.get(collection);
        if (list == null || !list.isArray()) {
            throw new Unfit(Trouble.UNREADABLE, collection, null);
        }
        pause = Duration.ZERO;
        List<JsonNode> records = new ArrayList<>();
        list.forEach(records::add);
        long total = total(response.header("X-Total-Count"));
        List<String> links = response.headers("Link");
        boolean more = total >= 0
                ? offset + records.size() < total
                : links.isEmpty()
                        ? records.size() >= site.limit()
                        : links.stream().anyMatch(link -> link.matches("(?is).*rel=\"?next\\b.*"));
        return new Answer.Page(records, total, !more || records.isEmpty(), date(response.header("Date")));
    }

    private static long total(@Nullable String header) {
        return header != null && header.strip().matches("[0-9]{1,12}") ? Long.parseLong(header.strip()) : -1;
    }

    private static @Nullable Instant date(@Nullable String header) {
        try {
            return header == null
                    ? null
                    : ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable JsonNode json(EgressResponse response) {
        try {
            return JSON.readTree(response.text());
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static final class Unfit extends Exception {
        private static final long serialVersionUID = 1L;
        private final Trouble trouble;
        private final String detail;
        private final @Nullable String wish;

        Unfit(Trouble trouble, String detail, @Nullable String wish) {
            super(trouble + " " + detail);
            this.trouble = trouble;
            this.detail = detail;
            this.wish = wish;
        }
    }

    private static Unfit unfit(EgressResponse response, Trouble otherwise, String detail) {
        int status = response.status();
        boolean busy = status == 429 || status >= 500;
        return new Unfit(busy ? Trouble.BUSY : otherwise, busy ? Integer.toString(status) : detail,
                response.header("Retry-After"));
    }

    private Answer.Failed refused(Trouble trouble, String detail, @Nullable String wish) {
        Duration grown = pause.isZero() ? FIRST_PAUSE : pause.multipliedBy(2);
        pause = grown.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : grown;
        Duration length = pause;
        if (wish != null && wish.strip().matches("[0-9]{1,6}")) {
            Duration wished = Duration.ofSeconds(Math.max(1, Long.parseLong(wish.strip())));
            length = wished.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : wished;
        }
        rested = clock.instant().plus(length);
        return new Answer.Failed(trouble, detail);
    }
}
