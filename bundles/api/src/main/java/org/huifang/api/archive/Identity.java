// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.archive;

import org.jspecify.annotations.Nullable;

/**
 * What a source says about who a person is; null is "says nothing", and takes nothing away.
 *
 * @param name as shown, family name first where that is the custom; never split
 * @param email as given
 * @param phone as given
 * @param locale BCP 47
 * @param timeZone IANA
 * @param goal why the person learns, in their words
 */
public record Identity(@Nullable String name, @Nullable String email, @Nullable String phone, @Nullable String locale,
        @Nullable String timeZone, @Nullable String goal) {
    /** Nothing is known. */
    public static final Identity UNKNOWN = new Identity(null, null, null, null, null, null);

    /** Name and e-mail, the rest unsaid. */
    public static Identity of(@Nullable String name, @Nullable String email) {
        return new Identity(name, email, null, null, null, null);
    }
}
