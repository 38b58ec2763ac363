// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.whiteboard;

import java.util.List;
import org.huifang.api.access.Clients;
import org.huifang.api.access.Repeats;
import org.huifang.api.access.Seals;
import org.huifang.api.identity.Accounts;
import org.huifang.rest.Awaited;

/** What stands around every resource: who may, how often, once only, page by page. It outlives generations of Jersey. */
final class Surround {
    final Awaited<Accounts> accounts = new Awaited<>();
    final Awaited<Clients> clients = new Awaited<>();
    final Awaited<Repeats> repeats = new Awaited<>();
    final Awaited<Seals> seals = new Awaited<>();
    private final List<Object> filters;

    Surround(int requestsPerMinute) {
        filters = List.of(new Traces(), new Unread(), new JsonAnswer(), new JsonBody(), new Problems(),
                new AccessFeature(new StaffSignIn(accounts), new ClientSignIn(clients)),
                new RateLimit(requestsPerMinute, System::nanoTime), new Cursors(seals), new Etags(),
                new Repeated(repeats));
    }

    List<Object> filters() {
        return filters;
    }
}
