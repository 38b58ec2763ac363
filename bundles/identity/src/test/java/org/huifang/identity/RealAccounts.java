// SPDX-License-Identifier: Apache-2.0
package org.huifang.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.InstantSource;
import org.huifang.api.identity.Accounts;
import org.huifang.persistence.Persistence;

/** The accounts as they are kept in the product, for the tests of modules whose work people own. */
public final class RealAccounts {
    private RealAccounts() {
    }

    public static Accounts of(Persistence database, InstantSource clock) {
        try {
            var store = new AccountStore(database);
            var link = new FirstAdminLink(store, clock, "http://localhost/",
                    Files.createTempDirectory("huifang-accounts"));
            return new StoredAccounts(store, new Passwords(), new Throttle(store, clock), link, clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
