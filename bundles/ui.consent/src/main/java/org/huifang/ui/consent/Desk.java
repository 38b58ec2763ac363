// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.consent;

import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.archive.Relations;
import org.huifang.api.consent.ChangeRequests;
import org.huifang.api.consent.Consents;
import org.huifang.api.consent.Retention;
import org.huifang.api.identity.Account;
import org.huifang.api.identity.Accounts;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.Words;
import org.jspecify.annotations.Nullable;

/** What staff work with on consents, and who they are. */
record Desk(LearnerArchive archive, Relations relations, Consents consents, ChangeRequests requests,
        Retention retention, @Nullable Accounts accounts, InstantSource clock) {
    private static final String STAFF = "staff:";

    static TenantId tenant() {
        return Viewer.current().tenant();
    }

    static String author() {
        return STAFF + Viewer.current().account();
    }

    Instant now() {
        return clock.instant();
    }

    /** Who said something, by name where it was a colleague. */
    String name(String author) {
        if (author.matches("learner:[0-9a-f-]{36}")) {
            return Words.source("learner");
        }
        if (accounts == null || !author.matches(STAFF + "[0-9a-f-]{36}")) {
            return Words.source(author);
        }
        return accounts.find(tenant(), UUID.fromString(author.substring(STAFF.length()))).map(Account::displayName)
                .filter(name -> !name.isBlank()).orElseGet(() -> Words.source("staff"));
    }
}
