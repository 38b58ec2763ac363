// SPDX-License-Identifier: Apache-2.0
package org.huifang.moodle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.huifang.lti.egress.Egress;
import org.huifang.lti.egress.EgressException;
import org.huifang.lti.egress.EgressPolicy;
import org.huifang.lti.egress.EgressRequest;
import org.huifang.lti.egress.EgressResponse;
import org.jspecify.annotations.Nullable;

/**
 * Moodle's REST protocol. A failure is an object in an answer with status 200; the token goes in the body, where no log
 * of a web server has it. After a failure it is not asked for a while, which grows; a token that Moodle does not know or
 * a function that it does not let have is not tried again for some minutes. Thread-safe.
 */
final class WebService {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST = 8 * 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final Set<String> FOR_ALL = Set.of("invalidtoken", "invalidtimedtoken", "accessexception",
            "servicenotavailable", "servicerequireslogin", "forbiddenwsuser", "sitepolicynotagreed");
    private static final Set<String> PASSING = Set.of("sitemaintenance", "upgraderunning", "dmlconnectionexception",
            "dmlreadexception", "dmlwriteexception", "ratelimit");

    /** Where it is, and what opens it. */
    record Door(URI address, String token) {
        @Override
        public String toString() {
            return address.getHost();
        }
    }

    private record Refusal(String code, Instant until) {}

    private record Pause(Duration length, Instant until, String why) {}

    private final Door door;
    private final Egress egress;
    private final InstantSource clock;
    private final Map<String, Refusal> refusals = new ConcurrentHashMap<>();
    private volatile @Nullable Pause pause;

    /** Whoever configured the address vouches for it. */
    WebService(Door door, InstantSource clock) {
        this.door = door;
        this.clock = clock;
        this.egress = new Egress(EgressPolicy.allowing(door.address.toString()));
    }

    /** Whether an admin can mend what the code says, for all that is asked. */
    static boolean mendable(String code) {
        return FOR_ALL.contains(code);
    }

    Answer<JsonNode> call(String function, Map<String, String> parameters) {
        Instant now = clock.instant();
        Refusal refused = refusals.get(function);
        if (refused != null && now.isBefore(refused.until)) {
            return new Answer.Refused<>(refused.code);
        }
        Pause resting = pause;
        if (resting != null && now.isBefore(resting.until)) {
            return new Answer.Later<>(resting.why);
        }
        Map<String, String> form = new LinkedHashMap<>(parameters);
        form.put("wstoken", door.token);
        form.put("wsfunction", function);
        form.put("moodlewsrestformat", "json");
        try {
            return read(function, egress.send(EgressRequest.form(door.address, form).within(LARGEST, PATIENCE)), now);
        } catch (EgressException e) {
            return later(now, null, e.refused()
                    ? "the address of the web service may not be asked: " + e.getMessage()
                    : "the web service does not answer");
        }
    }

    private Answer<JsonNode> read(String function, EgressResponse response, Instant now) {
        if (response.status() != 200) {
            return later(now, response.header("Retry-After"), "the web service answers " + response.status());
        }
        JsonNode answer = json(response.text());
        if (answer == null) {
            return later(now, null, "the web service answers with a page, not with JSON");
        }
        if (answer.hasNonNull("exception")) {
            return failed(function, answer.path("errorcode").asText("unknown"), now);
        }
        pause = null;
        refusals.remove(function);
        return new Answer.Given<>(answer);
    }

    private Answer<JsonNode> failed(String function, String told, Instant now) {
        String code = told.matches("[A-Za-z0-9_/:-]{1,60}") ? told : "unknown";
        if (PASSING.contains(code)) {
            return later(now, null, "the web service says " + code);
        }
        pause = null;
        if (FOR_ALL.contains(code)) {
            refusals.put(function, new Refusal(code, now.plus(LONGEST_PAUSE)));
        }
        return new Answer.Refused<>(code);
    }

    private Answer<JsonNode> later(Instant now, @Nullable String wish, String why) {
        Pause before = pause;
        Duration grown = before == null ? FIRST_PAUSE : before.length.multipliedBy(2);
        Duration length = Objects.requireNonNullElse(wished(wish), grown);
        Duration bounded = length.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : length;
        pause = new Pause(bounded, now.plus(bounded), why);
        return new Answer.Later<>(why);
    }

    private static @Nullable Duration wished(@Nullable String seconds) {
        return seconds != null && seconds.strip().matches("[0-9]{1,6}")
                ? Duration.ofSeconds(Math.max(1, Long.parseLong(seconds.strip())))
                : null;
    }

    private static @Nullable JsonNode json(String text) {
        try {
            JsonNode read = JSON.readTree(text);
            return read == null || read.isMissingNode() ? null : read;
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
