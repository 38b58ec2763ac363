// SPDX-License-Identifier: Apache-2.0
package org.huifang.identity;

import java.time.InstantSource;
import org.huifang.api.access.Clients;
import org.huifang.api.access.Repeats;
import org.huifang.api.access.Seals;
import org.huifang.api.identity.Accounts;
import org.huifang.persistence.Persistence;

/** The services for clients over a real database. */
public final class RealClients {
    public final Accounts accounts;
    public final Clients clients;
    public final Repeats repeats;
    public final Seals seals;

    public RealClients(Persistence database, InstantSource clock, String url) {
        AccountStore store = new AccountStore(database);
        TokenClock tokens = new TokenClock(clock);
        accounts = RealAccounts.of(database, clock);
        clients = new StoredClients(store, tokens, url);
        repeats = new StoredRepeats(store, tokens);
        seals = new StoredSeals(store);
    }
}
