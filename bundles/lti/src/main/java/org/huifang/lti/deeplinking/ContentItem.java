// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.deeplinking;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One thing that is placed in a course (LTI-DL 2.0, section 3). */
public sealed interface ContentItem {
    /**
     * The word for it in accept_types.
     *
     * @return for example {@code ltiResourceLink}
     */
    String type();

    /**
     * A link that launches this tool.
     *
     * @param url the page; null for the tool's usual one
     * @param look title, text, pictures
     * @param showing where it opens
     * @param custom parameters of its launches
     * @param lineItem a column of grades; null for none
     * @param available when it is shown; null for always
     * @param submission when work can be handed in; null for always
     */
    record ResourceLink(@Nullable URI url, Look look, Showing showing, Map<String, String> custom,
            @Nullable LineItemOffer lineItem, @Nullable TimeSpan available,
            @Nullable TimeSpan submission) implements ContentItem {
        /** Copies the parameters, so that the value cannot change. */
        public ResourceLink {
            custom = Map.copyOf(custom);
        }

        @Override
        public String type() {
            return "ltiResourceLink";
        }
    }

    /**
     * A link to anywhere.
     *
     * @param url where
     * @param look title, text, pictures
     * @param showing where it opens
     * @param embed markup to show instead, within the same bounds as {@link Html}; null for none
     */
    record Link(URI url, Look look, Showing showing, @Nullable String embed) implements ContentItem {
        @Override
        public String type() {
            return "link";
        }
    }

    /**
     * A file that the platform fetches.
     *
     * @param url where from
     * @param look title, text, pictures
     * @param mediaType what it is; null when not known
     * @param expiresAt until when it can be fetched; null for ever
     */
    record File(URI url, Look look, @Nullable String mediaType, @Nullable Instant expiresAt) implements ContentItem {
        @Override
        public String type() {
            return "file";
        }
    }

    /**
     * A fragment of a page. Only plain elements pass: p, br, b, strong, i, em, u, ul, ol, li, blockquote, h3, h4, and a
     * with an https address as its one attribute. Everything else is refused, not repaired: no attributes, no styles,
     * no comments, no scripts, nothing that is not closed.
     *
     * @param html the fragment, at most 64 k characters
     * @param look title and text
     */
    record Html(String html, Look look) implements ContentItem {
        @Override
        public String type() {
            return "html";
        }
    }

    /**
     * A picture.
     *
     * @param url where it is
     * @param look title, text, pictures
     * @param width in pixels; null when not known
     * @param height in pixels; null when not known
     */
    record Image(URI url, Look look, @Nullable Integer width, @Nullable Integer height) implements ContentItem {
        @Override
        public String type() {
            return "image";
        }
    }
}
