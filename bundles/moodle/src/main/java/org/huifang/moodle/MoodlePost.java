// SPDX-License-Identifier: Apache-2.0
package org.huifang.moodle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huifang.api.channel.Message;
import org.huifang.api.channel.Receipt;
import org.huifang.api.platform.Platform;
import org.huifang.api.platform.Platforms;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;

/**
 * Puts messages into the inbox of one Moodle. A key that was sent is kept, so that it is sent once; only what Moodle took
 * while the process died before it was written down is sent again.
 */
@Component(service = MoodlePost.class, configurationPid = Settings.PID, configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class MoodlePost {
    static final String FUNCTION = "core_message_send_instant_messages";
    /** Moodle's own limit, in characters. */
    private static final int LONGEST = 4_096;
    private static final String PLAIN = "2";

    private final Platforms platforms;
    private final MoodleStore store;
    private final InstantSource clock;
    private final @Nullable Site site;
    private final @Nullable WebService service;

    @Activate
    public MoodlePost(@Reference Platforms platforms, @Reference MoodleStore store, @Reference InstantSource clock,
            Settings settings) {
        this.platforms = platforms;
        this.store = store;
        this.clock = clock;
        Site checked = null;
        WebService made = null;
        try {
            checked = Site.of(settings);
            WebService.Door door = settings.messages() ? Site.door(settings) : null;
            made = door == null ? null : new WebService(door, clock);
        } catch (IllegalArgumentException e) {
            // the one that follows the log says what is to be mended
            made = null;
        }
        this.site = checked;
        this.service = made;
    }

    /** Whether the school wants messages to go this way. */
    boolean offers() {
        return service != null;
    }

    /** Whether this Moodle is that platform. */
    boolean is(Message message, UUID platform) {
        return site != null && site.tenant().equals(message.tenant())
                && site.platform(platforms).map(Platform::id).filter(platform::equals).isPresent();
    }

    Receipt send(Message message, UUID platform, long person) {
        Optional<Instant> before = store.sent(message.tenant(), message.key());
        if (before.isPresent()) {
            return new Receipt.Accepted(before.get(), message.key());
        }
        String text = message.subject().isBlank() ? message.text() : message.subject() + "\n\n" + message.text();
        if (service == null) {
            return new Receipt.Later("messages through Moodle are not switched on");
        }
        if (text.length() > LONGEST) {
            return new Receipt.Refused("the message is longer than Moodle takes");
        }
        return switch (service.call(FUNCTION, Map.of("messages[0][touserid]", Long.toString(person),
                "messages[0][text]", text, "messages[0][textformat]", PLAIN))) {
            case Answer.Given<JsonNode> given -> taken(message, platform, given.value().path(0));
            case Answer.Refused<JsonNode> refused when WebService.mendable(refused.code()) ->
                new Receipt.Later("Moodle refuses the token: " + refused.code());
            case Answer.Refused<JsonNode> refused -> new Receipt.Refused("Moodle refuses: " + refused.code());
            case Answer.Later<JsonNode> later -> new Receipt.Later(later.why());
        };
    }

    /** Moodle's own words name the person, so they are not passed on. */
    private Receipt taken(Message message, UUID platform, JsonNode one) {
        long number = one.path("msgid").asLong(-1);
        if (number <= 0) {
            return new Receipt.Refused("Moodle does not let this person be messaged");
        }
        Instant now = clock.instant();
        store.keepSent(message.tenant(), message.key(), platform, now);
        return new Receipt.Accepted(now, "moodle:" + number);
    }
}
