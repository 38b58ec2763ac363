// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.whiteboard;

import java.util.Optional;
import org.huifang.api.access.Caller;
import org.huifang.api.access.Clients;
import org.huifang.rest.Awaited;

/** Keys and tokens of clients, looked up afresh each time, so that one that was revoked ends at once. */
final class ClientSignIn {
    private static final String BEARER = "Bearer ";

    private final Awaited<Clients> clients;

    ClientSignIn(Awaited<Clients> clients) {
        this.clients = clients;
    }

    static boolean isBearer(String header) {
        return header.regionMatches(true, 0, BEARER, 0, BEARER.length());
    }

    Optional<Caller> signIn(String header) {
        return clients.there()
                .caller(header.substring(BEARER.length()).strip());
    }
}
