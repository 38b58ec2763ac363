// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import org.jspecify.annotations.Nullable;

/**
 * The person who launches. Platforms hide any of these by their privacy settings.
 *
 * @param subject the user id, unique only within the issuer; null only in an anonymous launch
 * @param name the full name
 * @param givenName the given name
 * @param familyName the family name
 * @param email the address, not verified
 * @param picture the address of a picture
 * @param locale a BCP 47 tag, for example {@code zh-CN}
 */
public record LtiUser(@Nullable String subject, @Nullable String name, @Nullable String givenName,
        @Nullable String familyName, @Nullable String email, @Nullable String picture, @Nullable String locale) {
    @Override
    public String toString() {
        return "LtiUser[" + (subject == null ? "anonymous" : "known") + "]";
    }
}
