// SPDX-License-Identifier: Apache-2.0
package org.huifang.api;

import java.util.regex.Pattern;

/**
 * The school whose data a row is. Every service call that touches data names its tenant; row-level security in the
 * database checks it a second time.
 *
 * @param value 1 to 40 of {@code a-z 0-9 -}
 */
public record TenantId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9-]{1,40}");

    /** The tenant of an installation that serves one school. */
    public static final TenantId DEFAULT = new TenantId("default");

    public TenantId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a tenant is 1 to 40 of a-z, 0-9 and -");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
