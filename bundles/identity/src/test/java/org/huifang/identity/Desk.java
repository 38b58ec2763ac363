// SPDX-License-Identifier: Apache-2.0
package org.huifang.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.huifang.persistence.testing.TestDatabase;

/** The bundle's components over a real database, as Declarative Services would put them together. */
final class Desk implements AutoCloseable {
    final TestDatabase database = TestDatabase.start();
    final Path data;
    volatile Instant now = Instant.parse("2026-09-01T08:00:00Z");
    final InstantSource clock = () -> now;
    private final Passwords passwords = new Passwords();
    AccountStore store;
    FirstAdminLink link;
    StoredAccounts accounts;
    StoredClients clients;
    StoredRepeats repeats;
    StoredSeals seals;

    Desk() {
        try {
            data = Files.createTempDirectory("huifang-identity");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        restart();
    }

    /** All components anew over the same database and folder. */
    void restart() {
        store = new AccountStore(database);
        link = new FirstAdminLink(store, clock, "http://localhost:8080/", data);
        accounts = new StoredAccounts(store, passwords, new Throttle(store, clock), link, clock);
        TokenClock tokens = new TokenClock(clock);
        clients = new StoredClients(store, tokens, "https://huifang.example/");
        repeats = new StoredRepeats(store, tokens);
        seals = new StoredSeals(store);
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    String token() {
        String text = link.text();
        return text.substring(text.lastIndexOf('/') + 1);
    }

    Path linkFile() {
        return data.resolve("first-admin-link");
    }

    @Override
    public void close() {
        database.close();
    }
}
