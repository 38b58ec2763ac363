// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.Change;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.Fact;
import org.huifang.api.consent.ConsentEntry;
import org.huifang.persistence.Sql;

/**
 * What a person says now, in one transaction: never before what is on the ledger already. It stays with whoever said it
 * when files are split; what staff heard somebody refuse holds for all that their file is made of.
 */
final class SayingConsent {
    private static final String LOCK = """
        select id from archive.learner where tenant = ? and id = any (?::uuid[]) order by id for no key update""";

    /** What the transaction did. */
    record Done(ConsentEntry entry, Set<Change> changes) {}

    private SayingConsent() {
    }

    static Done run(Sql sql, TenantId tenant, UUID key, Fact.Consented said, Recorder recorder) throws SQLException {
        List<UUID> parts = Merges.parts(sql, tenant, said.learner());
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("there is no file " + said.learner());
        }
        sql.list(LOCK, row -> Sql.id(row, "id"), tenant.value(), parts.toArray(UUID[]::new));
        int colon = said.author().indexOf(':');
        String source = colon < 0 ? said.author() : said.author().substring(0, colon);
        List<ConsentEntry> before = ConsentTable.delivered(sql, tenant, parts, source, key.toString());
        if (!before.isEmpty()) {
            return new Done(before.getFirst(), Set.of());
        }
        Instant at = Text.storable(said.at());
        Instant latest = ConsentTable.of(sql, tenant, parts).stream().map(ConsentEntry::at)
                .max(Comparator.naturalOrder()).orElse(at);
        // of one instant the withdrawal would win, so a consent comes after it
        Instant now = at.isAfter(latest) ? at : said.given() ? latest.plusNanos(1_000) : latest;
        List<UUID> about = said.given() || source.equals("learner") ? List.of(said.learner()) : parts;
        List<Fact> facts = about.stream().map(part -> (Fact) new Fact.Consented(part, said.purpose(), said.channel(),
                said.basis(), said.version(), said.given(), said.proof(), said.author(), now)).toList();
        Set<Change> changes = recorder.within(sql, new Delivery(tenant, source, key.toString(), facts));
        return new Done(ConsentTable.delivered(sql, tenant, parts, source, key.toString()).getFirst(), changes);
    }
}
