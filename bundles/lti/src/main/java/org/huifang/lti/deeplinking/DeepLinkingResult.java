// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.deeplinking;

import java.net.URI;
import java.util.Locale;
import java.util.Map;

/** What came of answering. */
public sealed interface DeepLinkingResult {
    /**
     * Make the teacher's browser post one form. Never put the token into an address.
     *
     * @param returnUrl the form's action
     * @param jwt the signed response; good for five minutes
     */
    record Signed(URI returnUrl, String jwt) implements DeepLinkingResult {
        /**
         * The fields of the form.
         *
         * @return one field
         */
        public Map<String, String> form() {
            return Map.of("JWT", jwt);
        }

        @Override
        public String toString() {
            return "Signed[" + returnUrl.getHost() + "]";
        }
    }

    /**
     * Nothing was signed: the items are not what the platform takes.
     *
     * @param reason why
     * @param detail which item
     */
    record Refused(Reason reason, String detail) implements DeepLinkingResult {}

    /** Why items were not signed. */
    enum Reason {
        /** A kind of item that is not among accept_types. */
        TYPE,
        /** More than one where the platform takes one. */
        MULTIPLE,
        /** A file whose media type is not among accept_media_types. */
        MEDIA_TYPE,
        /** Markup beyond the few plain elements that are let through: see {@link ContentItem.Html}. */
        MARKUP,
        /** An address that is neither http nor https. */
        ADDRESS,
        /** A line item whose maximum is not above zero, or a span of time that ends before it begins. */
        VALUE;

        private final String code = name().toLowerCase(Locale.ROOT);

        /**
         * The word for logs.
         *
         * @return lower case, for example {@code markup}; never changes
         */
        public String code() {
            return code;
        }
    }
}
