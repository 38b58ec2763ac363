// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * The limits a launch must keep.
 *
 * @param maxTokenLength longest id_token in characters, refused before anything is parsed
 * @param clockSkew how far the platform's clock may be off, both ways
 * @param maxAge how old iat may be
 * @param serves the messages this tool has a page for
 */
public record LaunchRules(int maxTokenLength, Duration clockSkew, Duration maxAge, Set<MessageType> serves) {
    /** 64 k characters, one minute of skew, ten minutes of age, resource links only. */
    public static final LaunchRules STANDARD = new LaunchRules(65_536, Duration.ofSeconds(60), Duration.ofMinutes(10),
            Set.of(MessageType.RESOURCE_LINK));

    /** Copies the messages, so that the value cannot change. */
    public LaunchRules {
        serves = Set.copyOf(serves);
    }

    /**
     * The same for a tool that serves more messages.
     *
     * @param more what it has a page for as well
     * @return a copy
     */
    public LaunchRules serving(MessageType... more) {
        Set<MessageType> all = EnumSet.copyOf(serves);
        all.addAll(Set.of(more));
        return new LaunchRules(maxTokenLength, clockSkew, maxAge, all);
    }
}
