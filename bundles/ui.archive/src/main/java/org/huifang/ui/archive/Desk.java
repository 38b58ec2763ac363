// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huifang.api.archive.Confidence;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.Edit;
import org.huifang.api.archive.Edited;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.FieldValue;
import org.huifang.api.archive.FileKeeping;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.identity.Account;
import org.huifang.api.identity.Accounts;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.Words;
import org.jspecify.annotations.Nullable;

/** What an agent works with on files: the services, and who the agent is. */
record Desk(LearnerArchive archive, FileKeeping keeping, @Nullable Accounts accounts, InstantSource clock) {
    static final String SOURCE = "staff";

    /** As it stands in facts. */
    static String author() {
        return SOURCE + ":" + Viewer.current().account();
    }

    /** Puts a decision on record. */
    void decide(Fact fact) {
        archive.record(new Delivery(Viewer.current().tenant(), SOURCE, UUID.randomUUID().toString(), List.of(fact)));
    }

    /**
     * A value was held against the person; settles it where it was drawn in a review round.
     *
     * @return what was recorded
     */
    Fact.ValueChecked check(UUID learner, FieldValue value, boolean correct) {
        var check = new Fact.ValueChecked(learner, value.field(), value.value(), correct, author(), clock.instant());
        decide(check);
        return check;
    }

    /**
     * Changes a value, or takes back with "" what staff said of it.
     *
     * @param seen the value that was on the screen, or null for none
     * @param below what staff had said otherwise, or null for nothing
     */
    Edited edit(UUID learner, String field, String value, @Nullable FieldValue seen, @Nullable FieldValue below,
            Confidence confidence) {
        return keeping.edit(Viewer.current().tenant(),
                new Edit(UUID.randomUUID(), learner, field, value, seen == null ? null : seen.id(),
                        below == null ? null : below.id(), confidence, SOURCE, author(), clock.instant()));
    }

    /** The names of all accounts, of those who left too; none while accounts are away. */
    Map<UUID, String> colleagues() {
        return accounts == null
                ? Map.of()
                : accounts.all(Viewer.current().tenant()).stream().sorted(Comparator.comparing(Desk::shown))
                        .collect(Collectors.toMap(Account::id, Desk::shown, (one, same) -> one, LinkedHashMap::new));
    }

    /** Who may keep files, by name; none while accounts are away. */
    Map<UUID, String> keepers() {
        var keepers = new LinkedHashMap<UUID, String>();
        if (accounts != null) {
            accounts.all(Viewer.current().tenant()).stream().filter(account -> !account.disabled())
                    .sorted(Comparator.comparing(Desk::shown)).forEach(each -> keepers.put(each.id(), shown(each)));
        }
        return keepers;
    }

    static String shown(Account account) {
        return account.displayName().isBlank() ? account.name() : account.displayName();
    }

    /** Who said something, by name where it was a colleague. */
    String name(String author) {
        if (accounts == null || !author.matches(SOURCE + ":[0-9a-f-]{36}")) {
            return Words.source(author);
        }
        return accounts.find(Viewer.current().tenant(), UUID.fromString(author.substring(SOURCE.length() + 1)))
                .map(Account::displayName).filter(name -> !name.isBlank()).orElseGet(() -> Words.source(SOURCE));
    }
}
