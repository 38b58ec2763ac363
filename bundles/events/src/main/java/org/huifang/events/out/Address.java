// SPDX-License-Identifier: Apache-2.0
package org.huifang.events.out;

import java.net.URI;

/** Whether an address can be sent to at all; whether it is public is seen each time that something is sent. */
final class Address {
    private static final int LONGEST = 1_000;
    private static final int HTTPS = 443;

    private Address() {
    }

    static void check(URI url, boolean inside) {
        boolean https = "https".equalsIgnoreCase(url.getScheme());
        boolean plain = url.getHost() != null && url.getRawUserInfo() == null && url.getRawFragment() == null
                && url.toString().length() <= LONGEST;
        if (!plain || !https && !(inside && "http".equalsIgnoreCase(url.getScheme()))) {
            throw new IllegalArgumentException("url: give an address that begins with https:// and has no name or "
                    + "password in it");
        }
        if (!inside && url.getPort() >= 0 && url.getPort() != HTTPS) {
            throw new IllegalArgumentException("url: only port 443 is allowed");
        }
    }
}
