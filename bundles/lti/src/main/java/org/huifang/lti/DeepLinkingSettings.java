// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import java.net.URI;
import java.util.List;
import org.huifang.lti.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * What the platform wants to get back from deep linking (LTI-DL 2.0, section 4.4.1).
 *
 * @param returnUrl where the browser posts the response as a form
 * @param acceptTypes the kinds of items taken, for example {@code ltiResourceLink}
 * @param presentationTargets {@code iframe}, {@code window}, {@code embed}
 * @param acceptMediaTypes media types of files that are taken, with commas between; null when not said
 * @param acceptMultiple whether more than one item is taken; false also when the platform does not say
 * @param acceptLineItem false when line items are ignored, true when they are made, null when the platform does not say
 * @param autoCreate whether items are stored without asking the user again
 * @param title a default title; null when none
 * @param text a default text; null when none
 * @param data what must be sent back byte for byte; null when it was not sent, and then it must not be sent back
 */
public record DeepLinkingSettings(URI returnUrl, List<String> acceptTypes, List<String> presentationTargets,
        @Nullable String acceptMediaTypes, boolean acceptMultiple, @Nullable Boolean acceptLineItem,
        boolean autoCreate, @Nullable String title, @Nullable String text, @Nullable String data) {
    /** Copies the lists, so that the value cannot change. */
    public DeepLinkingSettings {
        acceptTypes = List.copyOf(acceptTypes);
        presentationTargets = List.copyOf(presentationTargets);
    }

    static @Nullable DeepLinkingSettings of(Json s) {
        URI returnUrl = s.web("deep_link_return_url");
        List<String> types = s.texts("accept_types");
        List<String> targets = s.texts("accept_presentation_document_targets");
        if (returnUrl == null || types.isEmpty() || targets.isEmpty()) {
            return null;
        }
        Object data = s.members().get("data");
        return new DeepLinkingSettings(returnUrl, types, targets, s.text("accept_media_types"),
                Boolean.TRUE.equals(s.flag("accept_multiple")), s.flag("accept_lineitem"),
                Boolean.TRUE.equals(s.flag("auto_create")), s.text("title"), s.text("text"),
                data instanceof String text ? text : null);
    }

    @Override
    public String toString() {
        return "DeepLinkingSettings[" + acceptTypes + ", multiple=" + acceptMultiple + "]";
    }
}
