// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.registration;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.huifang.lti.MessageType;
import org.jspecify.annotations.Nullable;

/**
 * A message that a tool has a page for.
 *
 * @param type the message
 * @param target the page; null for the tool's usual one
 * @param label what the platform writes on the link or button; null for the tool's name
 * @param labels the same in other languages, by BCP 47 tag; may be empty
 * @param icon a picture beside the label; null for the tool's logo
 * @param placements where in the platform it shows, for example {@code ContentArea}; empty leaves it to the platform
 * @param roles for whom; empty for everybody
 * @param custom parameters of this message only
 */
public record OfferedMessage(MessageType type, @Nullable URI target, @Nullable String label,
        Map<String, String> labels, @Nullable URI icon, List<String> placements, List<String> roles,
        Map<String, String> custom) {
    /** Copies the collections, so that the value cannot change. */
    public OfferedMessage {
        labels = Map.copyOf(labels);
        placements = List.copyOf(placements);
        roles = List.copyOf(roles);
        custom = Map.copyOf(custom);
    }

    /**
     * A message with the tool's own name and place.
     *
     * @param type the message
     * @param target the page; null for the tool's usual one
     * @param label what is written on it; null for the tool's name
     * @return a plain offer
     */
    public static OfferedMessage of(MessageType type, @Nullable URI target, @Nullable String label) {
        return new OfferedMessage(type, target, label, Map.of(), null, List.of(), List.of(), Map.of());
    }

    Map<String, Object> json(URI usual) {
        Body body = new Body().put("type", type.claim())
                .put("target_link_uri", Objects.requireNonNullElse(target, usual).toString()).put("label", label)
                .put("icon_uri", icon).put("placements", placements).put("roles", roles)
                .put("custom_parameters", custom);
        labels.forEach((language, text) -> body.put("label#" + language, text));
        return body.members();
    }
}
